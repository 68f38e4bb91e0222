import { groupBy } from '#lib/group-by.ts';
import type { MealWindowBody } from '../catalogue.ts';
import type { CorrectionBody, DeliveryBody } from '../delivery.ts';
import type { RunBody } from '../run.ts';
import type { Count, Line, RowId } from '../scalars.ts';
import { type CountedDelivery, countedDelivery } from './counted-delivery.ts';
import { countedOnce } from './counted-once.ts';
import { addAmounts, type ItemAmount, itemAmounts } from './item-amounts.ts';
import { type BranchTime, type RunNeed, runNeeds } from './run-needs.ts';
import { leftovers } from './leftovers.ts';
import { runProgress, standingRecord, type StopProgress } from './run-progress.ts';
import { stopOfDelivery } from './stop-of-delivery.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** The rows that one day of a branch is made of. */
export type DayRows = {
  readonly runs: readonly Identified<RunBody>[];
  /** Of these runs, and those of this day that belong to no run. */
  readonly deliveries: readonly Identified<DeliveryBody>[];
  readonly correctionsById: ReadonlyMap<RowId, CorrectionBody>;
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
};

export type RunOverview = {
  readonly id: RowId;
  readonly run: RunBody;
  readonly stops: readonly StopProgress[];
  readonly doneCount: number;
  readonly amounts: readonly ItemAmount[];
  readonly needs: readonly RunNeed[];
  /** When its latest record was made, by the phone's claim; null before the first. Never where. */
  readonly reportedAt: number | null;
  /** What was loaded and not handed over, once it is over. */
  readonly leftovers: readonly Line[];
};

/** A delivery that stands beside the plan: without a run, or without one of its stops. */
export type UnplannedDelivery = Identified<DeliveryBody> & {
  readonly counted: Extract<CountedDelivery, { type: 'stands' }>;
};

export type DayOverview = {
  /** What is late first, then what needs somebody, then by when it is driven. */
  readonly runs: readonly RunOverview[];
  readonly unplanned: readonly UnplannedDelivery[];
  /** What was planned by the runs that were not cancelled, and what was delivered by all and beside them. */
  readonly totals: readonly ItemAmount[];
};

/** One day of a branch: each run with what became of it, what was brought besides. Linear in its rows, but for the sorting. */
export function dayOverview(rows: DayRows, now: BranchTime): DayOverview {
  const byRun = groupBy(rows.deliveries, ({ body }) => body.run);
  const runsById = new Map(rows.runs.map(({ id, body }) => [id, body]));
  const runs = rows.runs.map((row) => runOverview(row, byRun.get(row.id) ?? [], rows, now)).toSorted(byUrgency(rows));
  const unplanned = countedOnce(rows.deliveries, rows.correctionsById).flatMap((row) =>
    unplannedDelivery(row, row.body.run === null ? undefined : runsById.get(row.body.run), rows),
  );
  const besides = unplanned.map(({ counted }) => ({ planned: [], records: [counted] }));
  return {
    runs,
    unplanned,
    totals: addAmounts([...runs.flatMap(countedAmounts), ...itemAmounts(besides)]),
  };
}

function runOverview(
  { id, body }: Identified<RunBody>,
  own: DayRows['deliveries'],
  rows: DayRows,
  now: BranchTime,
): RunOverview {
  const stops = runProgress(body, own, rows.correctionsById);
  const besides = own
    .filter((delivery) => delivery.body.stop === null)
    .flatMap((row) => standingRecord(row.id, row.body, rows.correctionsById) ?? []);
  const window = body.window === null ? undefined : rows.windowsById.get(body.window);
  return {
    id,
    run: body,
    stops,
    doneCount: stops.filter(({ state }) => state !== 'open').length,
    amounts: itemAmounts(stops),
    needs: runNeeds(body, stops, window, now),
    reportedAt: own.length === 0 ? null : Math.max(...own.map((row) => row.body.recordedAt)),
    leftovers: isEnded(body) ? leftovers(body.loaded, stops, besides) : [],
  };
}

function isEnded({ status }: RunBody): boolean {
  return status === 'completed' || status === 'abandoned';
}

function countedAmounts({ run, amounts }: RunOverview): readonly ItemAmount[] {
  return run.status === 'cancelled' ? amounts.map((amount) => ({ ...amount, planned: 0 as Count })) : amounts;
}

function unplannedDelivery(
  row: Identified<DeliveryBody>,
  run: RunBody | undefined,
  rows: DayRows,
): readonly UnplannedDelivery[] {
  const isOfStop = run !== undefined && stopOfDelivery(run.stops, row.body) !== null;
  const counted = countedDelivery(row.body, rows.correctionsById);
  return isOfStop || counted.type === 'withdrawn' ? [] : [{ ...row, counted }];
}

const STATUS_ORDER: readonly RunBody['status'][] = ['underWay', 'planned', 'completed', 'abandoned', 'cancelled'];

function byUrgency({ windowsById }: DayRows): (a: RunOverview, b: RunOverview) => number {
  const start = ({ run }: RunOverview): number =>
    run.window === null ? -1 : (windowsById.get(run.window)?.startMinute ?? -1);
  return (a, b) =>
    Number(b.needs.includes('late')) - Number(a.needs.includes('late')) ||
    Number(b.needs.length > 0) - Number(a.needs.length > 0) ||
    STATUS_ORDER.indexOf(a.run.status) - STATUS_ORDER.indexOf(b.run.status) ||
    start(a) - start(b) ||
    a.run.label.localeCompare(b.run.label) ||
    a.id.localeCompare(b.id);
}
