import type { CorrectionBody, DeliveryBody } from '../delivery.ts';
import type { RunBody } from '../run.ts';
import type { Count, RowId } from '../scalars.ts';
import type { LoadBody } from '../sponsors.ts';
import { countedDelivery } from './counted-delivery.ts';
import { countedOnce } from './counted-once.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** The rows that say what became of pledged food. */
export type SupplyRows = {
  /** By run: the id of a load is its run's. */
  readonly loads: readonly Identified<LoadBody>[];
  readonly runsById: ReadonlyMap<RowId, RunBody>;
  /** Of these runs. */
  readonly deliveries: readonly Identified<DeliveryBody>[];
  readonly correctionsById: ReadonlyMap<RowId, CorrectionBody>;
};

/**
 * One pledge's part in one run: `assigned` is meant to be carried; once the run has left it is `loaded`, and then
 * loaded = delivered + leftOver + onTheWay, to the thousandth.
 */
export type PledgeShare = {
  readonly run: RowId;
  readonly pledge: RowId;
  readonly item: RowId;
  readonly assigned: Count;
  readonly loaded: Count;
  readonly delivered: Count;
  readonly leftOver: Count;
  readonly onTheWay: Count;
};

/** What each pledge gave to each run. A cancelled run carried nothing. */
export function pledgeShares(rows: SupplyRows): readonly PledgeShare[] {
  const deliveredByRun = new Map<RowId, Map<RowId, number>>();
  for (const { body } of countedOnce(rows.deliveries, rows.correctionsById)) {
    if (body.run === null) continue;
    const counted = countedDelivery(body, rows.correctionsById);
    if (counted.type === 'withdrawn') continue;
    const byItem = deliveredByRun.get(body.run) ?? new Map<RowId, number>();
    for (const { item, count } of counted.lines) byItem.set(item, (byItem.get(item) ?? 0) + count);
    deliveredByRun.set(body.run, byItem);
  }
  return rows.loads.flatMap(({ id, body }) => {
    const run = rows.runsById.get(id);
    return run === undefined || run.status === 'cancelled' ? [] : shares(id, run, body, deliveredByRun.get(id));
  });
}

function shares(
  id: RowId,
  run: RunBody,
  load: LoadBody,
  deliveredByItem: ReadonlyMap<RowId, number> = new Map(),
): readonly PledgeShare[] {
  const hasLeft = run.status !== 'planned' || deliveredByItem.size > 0;
  const isOver = run.status === 'completed' || run.status === 'abandoned';
  const parts = partsOfDelivered(run, load, deliveredByItem);
  return load.lines.map(({ pledge, item, count }, index) => {
    const loaded = hasLeft ? count : 0;
    const delivered = parts[index] ?? 0;
    const rest = loaded - delivered;
    return {
      run: id,
      pledge,
      item,
      assigned: count,
      loaded: loaded as Count,
      delivered: delivered as Count,
      leftOver: (isOver ? rest : 0) as Count,
      onTheWay: (isOver ? 0 : rest) as Count,
    };
  });
}

/**
 * Nobody can tell whose loaf was handed over, so what a run delivered of an item is shared out in proportion to what each
 * pledge and the kitchen itself had loaded: rounded down, and the thousandths that are left go to the first ones.
 */
function partsOfDelivered(
  run: RunBody,
  load: LoadBody,
  deliveredByItem: ReadonlyMap<RowId, number>,
): readonly number[] {
  const parts = load.lines.map(() => 0);
  for (const item of new Set(load.lines.map((line) => line.item))) {
    const own = load.lines.map((line) => (line.item === item ? line.count : 0));
    const pledged = sum(own);
    const delivered = deliveredByItem.get(item) ?? 0;
    const carried = Math.max(pledged, carriedOf(run, item), delivered);
    if (carried === 0) continue;
    const exact = own.map((count) => Number((BigInt(count) * BigInt(delivered)) / BigInt(carried)));
    const due = Number((BigInt(pledged) * BigInt(delivered)) / BigInt(carried));
    let left = due - sum(exact);
    for (const [index, part] of exact.entries()) {
      const count = own[index] ?? 0;
      const extra = left > 0 && part < count ? 1 : 0;
      left -= extra;
      if (count > 0) parts[index] = part + extra;
    }
  }
  return parts;
}

/** What the driver ticked as loaded; before that, what the stops were planned to get. */
function carriedOf(run: RunBody, item: RowId): number {
  const lines = run.loaded.length > 0 ? run.loaded : run.stops.flatMap((stop) => stop.lines);
  return sum(lines.filter((line) => line.item === item).map(({ count }) => count));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
