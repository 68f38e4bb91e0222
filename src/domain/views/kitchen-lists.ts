import { groupBy } from '#lib/group-by.ts';
import type { MealWindowBody } from '../catalogue.ts';
import type { Count, RowId } from '../scalars.ts';
import { loadingList } from './loading-list.ts';
import { type IdentifiedRun, runsToPrint } from './runs-to-print.ts';

/** One item that a kitchen makes for a window: all of it, and what of it goes with which run. */
export type KitchenLine = {
  readonly item: RowId;
  readonly count: Count;
  readonly shares: readonly { readonly run: RowId; readonly count: Count }[];
};

export type KitchenMeal = { readonly window: RowId | null; readonly lines: readonly KitchenLine[] };

/** What one kitchen makes on a day; null gathers the runs that name none. */
export type KitchenList = { readonly kitchen: RowId | null; readonly meals: readonly KitchenMeal[] };

/** What each kitchen makes, by window: every portion of every run that is to be driven, once. */
export function kitchenLists(
  runs: readonly IdentifiedRun[],
  windowsById: ReadonlyMap<RowId, MealWindowBody>,
): readonly KitchenList[] {
  const ordered = runsToPrint(runs, windowsById);
  return [...groupBy(ordered, ({ body }) => body.kitchen)].map(([kitchen, ofKitchen]) => ({
    kitchen,
    meals: [...groupBy(ofKitchen, ({ body }) => body.window)].map(([window, ofWindow]) => ({
      window,
      lines: linesOf(ofWindow),
    })),
  }));
}

function linesOf(runs: readonly IdentifiedRun[]): readonly KitchenLine[] {
  const shares = runs.flatMap(({ id, body }) => loadingList(body.stops).map((line) => ({ ...line, run: id })));
  return [...groupBy(shares, ({ item }) => item)].map(([item, ofItem]) => ({
    item,
    count: ofItem.reduce((sum, share) => sum + share.count, 0) as Count,
    shares: ofItem.map(({ run, count }) => ({ run, count })),
  }));
}
