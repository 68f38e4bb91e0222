import type { ReturnableStep } from '../returnable.ts';
import type { Count, Line, RowId } from '../scalars.ts';
import { deliveredLines } from './run-progress.ts';
import { type IdentifiedCount, standingCounts } from './standing-counts.ts';

/** What was counted on one run; each returnable once. */
export type ReturnablesOfRun = {
  readonly out: readonly Line[];
  readonly back: readonly Line[];
  /** What should be in the car, and so come back: out and taken, less what was left. Nothing below nothing. */
  readonly inCar: readonly Line[];
};

export function returnablesOfRun(counts: readonly IdentifiedCount[]): ReturnablesOfRun {
  const standing = standingCounts(counts);
  const sum = (step: ReturnableStep) => linesOf(standing, step);
  return { out: sum('out'), back: sum('back'), inCar: less([...sum('out'), ...sum('taken')], sum('left')) };
}

/** The sum of the counts of one step, each returnable once. */
export function linesOf(standing: readonly IdentifiedCount[], step: ReturnableStep): readonly Line[] {
  return deliveredLines(standing.filter(({ body }) => body.step === step).map(({ body }) => body));
}

/** Some amounts without others; what would be nothing or less is not named. */
export function less(some: readonly Line[], others: readonly Line[]): readonly Line[] {
  const taken = new Map<RowId, number>(deliveredLines([{ lines: others }]).map(({ item, count }) => [item, count]));
  return deliveredLines([{ lines: some }])
    .map(({ item, count }) => ({ item, count: (count - (taken.get(item) ?? 0)) as Count }))
    .filter(({ count }) => count > 0);
}
