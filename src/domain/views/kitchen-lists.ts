import { groupBy } from '#lib/group-by.ts';
import type { MealWindowBody } from '../catalogue.ts';
import { dayRequirementId } from '../derived-ids.ts';
import type { CancellationBody } from '../requirement.ts';
import type { RunBody } from '../run.ts';
import type { Count, Line, RowId } from '../scalars.ts';
import { loadingList } from './loading-list.ts';
import { type IdentifiedRun, runsToPrint } from './runs-to-print.ts';

/** One item that a kitchen makes for a window: all of it, and what of it goes with which run. */
export type KitchenLine = {
  readonly item: RowId;
  readonly count: Count;
  readonly shares: readonly { readonly run: RowId; readonly count: Count }[];
};

/** A place to which a run still brings something although nothing is needed there on that day, and why. */
export type CalledOffStop = { readonly checkpoint: RowId; readonly lines: readonly Line[]; readonly reason: string };

export type KitchenMeal = {
  readonly window: RowId | null;
  readonly lines: readonly KitchenLine[];
  /** Still in the sums: what is loaded is what the runs say, and a cook must not count otherwise than a driver. */
  readonly calledOff: readonly CalledOffStop[];
};

/** What one kitchen makes on a day; null gathers the runs that name none. */
export type KitchenList = { readonly kitchen: RowId | null; readonly meals: readonly KitchenMeal[] };

/** What each kitchen makes, by window: every portion of every run that is to be driven, once. */
export function kitchenLists(
  runs: readonly IdentifiedRun[],
  windowsById: ReadonlyMap<RowId, MealWindowBody>,
  cancellations: readonly CancellationBody[],
): readonly KitchenList[] {
  const reasons = new Map(
    cancellations.map((one) => [dayRequirementId(one.checkpoint, one.window, one.on), one.reason]),
  );
  const ordered = runsToPrint(runs, windowsById);
  return [...groupBy(ordered, ({ body }) => body.kitchen)].map(([kitchen, ofKitchen]) => ({
    kitchen,
    meals: [...groupBy(ofKitchen, ({ body }) => body.window)].map(([window, ofWindow]) => ({
      window,
      lines: linesOf(ofWindow),
      calledOff: ofWindow.flatMap(({ body }) => calledOffOf(body, reasons)),
    })),
  }));
}

function calledOffOf({ window, on, stops }: RunBody, reasons: ReadonlyMap<RowId, string>): readonly CalledOffStop[] {
  if (window === null) return [];
  return stops.flatMap(({ checkpoint, lines }) => {
    const reason = reasons.get(dayRequirementId(checkpoint, window, on));
    return reason === undefined || lines.length === 0 ? [] : [{ checkpoint, lines, reason }];
  });
}

function linesOf(runs: readonly IdentifiedRun[]): readonly KitchenLine[] {
  const shares = runs.flatMap(({ id, body }) => loadingList(body.stops).map((line) => ({ ...line, run: id })));
  return [...groupBy(shares, ({ item }) => item)].map(([item, ofItem]) => ({
    item,
    count: ofItem.reduce((sum, share) => sum + share.count, 0) as Count,
    shares: ofItem.map(({ run, count }) => ({ run, count })),
  }));
}
