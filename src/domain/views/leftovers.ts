import type { Count, Line, RowId } from '../scalars.ts';
import { deliveredLines, type StopProgress } from './run-progress.ts';

/** What was loaded and not handed over: what should still be in the car. Items of which nothing is left are not named. */
export function leftovers(loaded: readonly Line[], stops: readonly StopProgress[]): readonly Line[] {
  const delivered = deliveredLines(stops.flatMap(({ records }) => records));
  const deliveredByItem = new Map<RowId, number>(delivered.map(({ item, count }) => [item, count]));
  return deliveredLines([{ lines: loaded }])
    .map(({ item, count }) => ({ item, count: (count - (deliveredByItem.get(item) ?? 0)) as Count }))
    .filter(({ count }) => count > 0);
}
