import type { MealWindowBody } from '../catalogue.ts';
import type { Count, RowId } from '../scalars.ts';
import { allOf } from './coverage/by-cell.ts';
import type { DayCoverage } from './coverage/day-coverage.ts';
import { type Shortfall, shortfalls } from './coverage/shortfalls.ts';
import { addAmounts, type ItemAmount } from './item-amounts.ts';

/** What one day of a branch comes to: sums over its places, and where something is missing. */
export type BranchTotals = {
  /** For how many heads something is needed, comes or has come, and has come. */
  readonly needed: number;
  readonly coming: number;
  readonly fed: number;
  /** What was planned and what was delivered of each item, at all places and beside the plan. */
  readonly amounts: readonly ItemAmount[];
  /** The most pressing first. */
  readonly gaps: readonly Shortfall[];
};

const NONE = 0 as Count;

/** Sums up a day's coverage. */
export function branchTotals(
  { cells, besides }: DayCoverage,
  windowsById: ReadonlyMap<RowId, MealWindowBody>,
): BranchTotals {
  const all = allOf(cells);
  const covers = all.flatMap((cell) => cell.covers);
  return {
    needed: all.reduce((sum, cell) => sum + cell.headcount, 0),
    coming: all.reduce((sum, cell) => sum + cell.heads, 0),
    fed: all.reduce((sum, cell) => sum + cell.fed, 0),
    amounts: addAmounts([
      ...covers.flatMap(({ planned, delivered }) => [
        ...planned.map(({ item, count }) => ({ item, planned: count, delivered: NONE })),
        ...(delivered ?? []).map(({ item, count }) => ({ item, planned: NONE, delivered: count })),
      ]),
      ...besides,
    ]),
    gaps: shortfalls(all, windowsById),
  };
}
