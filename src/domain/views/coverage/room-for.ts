import type { Stop } from '../../run.ts';
import type { RowId } from '../../scalars.ts';
import type { SuggestionReason, SuggestionRows } from './suggestion-rows.ts';

/** What stays free in a driver's car, where it is known how much goes in; `none` when this does not go in any more. */
export function roomFor(
  driver: RowId | null,
  stops: readonly Stop[],
  { vehicles, unitsById }: Pick<SuggestionRows, 'vehicles' | 'unitsById'>,
): readonly SuggestionReason[] | 'none' {
  const vehicle = vehicles.find((one) => one.status === 'open' && one.driver !== null && one.driver === driver);
  if (vehicle === undefined) return [];
  const { count, unit } = vehicle.capacity;
  const load = stops
    .flatMap(({ lines }) => lines)
    .reduce((sum, line) => sum + (unitsById.get(line.item) === unit ? line.count : 0), 0);
  if (load === 0) return [];
  return load > count ? 'none' : [{ type: 'room', count: count - load, unit }];
}
