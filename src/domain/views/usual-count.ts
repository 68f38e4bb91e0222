import type { RunBody } from '../run.ts';
import type { Count, RowId } from '../scalars.ts';

/** Ten of anything, where no run of this phone has named the item. */
const UNKNOWN_USUAL = 10_000 as Count;

/** The amount to begin with for an unplanned delivery: what a stop of the newest run that names the item gets. */
export function usualCount(item: RowId, runs: readonly Pick<RunBody, 'on' | 'stops'>[]): Count {
  const newestFirst = runs.toSorted((a, b) => b.on.localeCompare(a.on));
  const lines = newestFirst.flatMap(({ stops }) => stops.flatMap((stop) => stop.lines));
  return lines.find((line) => line.item === item && line.count > 0)?.count ?? UNKNOWN_USUAL;
}
