import type { MealWindowBody } from '../catalogue.ts';
import { addDays, dayToNumber } from '../days.ts';
import type { CheckpointBody } from '../places.ts';
import type { Count, Day, RowId } from '../scalars.ts';
import type { PledgeBody } from '../sponsors.ts';
import { countedDelivery } from './counted-delivery.ts';
import { countedOnce } from './counted-once.ts';
import { type PledgeShare, pledgeShares, type SupplyRows } from './pledge-shares.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** All that a sponsor's report is made of. Nothing of it leaves but what the report says. */
export type ReportRows = SupplyRows & {
  /** Of this sponsor. */
  readonly pledges: readonly Identified<PledgeBody>[];
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
  readonly checkpointsById: ReadonlyMap<RowId, Pick<CheckpointBody, 'district'>>;
};

/** promised; loaded = delivered + leftOver + onTheWay. In thousandths of the item's unit. */
export type Fulfilled = {
  readonly promised: Count;
  readonly loaded: Count;
  readonly delivered: Count;
  readonly leftOver: Count;
  readonly onTheWay: Count;
};

export type FulfilledRun = {
  readonly run: RowId;
  readonly on: Day;
  readonly window: RowId | null;
  /** Districts that got something of it, by name; a place without one is not told of. */
  readonly districts: readonly string[];
  readonly lines: readonly { readonly item: RowId; readonly loaded: Count; readonly delivered: Count }[];
  readonly state: 'onTheWay' | 'done';
};

export type Period = { readonly from: Day; readonly to: Day };

/** What a sponsor's gift became, over a period: in sums, and run by run. No place nearer than a district, no person. */
export type FulfilmentReport = {
  readonly runCount: number;
  readonly checkpointCount: number;
  readonly items: readonly (Fulfilled & { readonly item: RowId })[];
  /** The latest first. */
  readonly runs: readonly FulfilledRun[];
};

/** The seven days that end on this one. */
export function weekUntil(today: Day): Period {
  return { from: addDays(today, -6), to: today };
}

export function fulfilmentReport(rows: ReportRows, period: Period): FulfilmentReport {
  const own = new Set(rows.pledges.map(({ id }) => id));
  const shares = pledgeShares(rows).filter(({ pledge, run }) => own.has(pledge) && isWithin(rows, run, period));
  const loaded = shares.filter((share) => share.loaded > 0);
  const runs = [...new Set(loaded.map(({ run }) => run))].map((run) =>
    fulfilledRun(
      rows,
      run,
      loaded.filter((share) => share.run === run),
    ),
  );
  const delivered = new Set(shares.filter((share) => share.delivered > 0).map(({ run }) => run));
  return {
    runCount: delivered.size,
    checkpointCount: checkpoints(rows, shares).size,
    items: items(rows.pledges, shares, period),
    runs: runs.toSorted((a, b) => b.on.localeCompare(a.on) || startOf(rows, b) - startOf(rows, a)),
  };
}

function isWithin({ runsById }: ReportRows, run: RowId, { from, to }: Period): boolean {
  const on = runsById.get(run)?.on;
  return on !== undefined && on >= from && on <= to;
}

function items(
  pledges: ReportRows['pledges'],
  shares: readonly PledgeShare[],
  period: Period,
): FulfilmentReport['items'] {
  const byItem = new Map<RowId, Fulfilled & { readonly item: RowId }>();
  const nothing = { promised: 0, loaded: 0, delivered: 0, leftOver: 0, onTheWay: 0 };
  const add = (item: RowId, more: Partial<Record<keyof Fulfilled, number>>) => {
    const known = { ...nothing, ...byItem.get(item) };
    const sum = (field: keyof Fulfilled) => (known[field] + (more[field] ?? 0)) as Count;
    byItem.set(item, {
      item,
      promised: sum('promised'),
      loaded: sum('loaded'),
      delivered: sum('delivered'),
      leftOver: sum('leftOver'),
      onTheWay: sum('onTheWay'),
    });
  };
  for (const { body } of pledges) {
    const promised = body.count * promisedDays(body, period);
    if (body.status !== 'offered' && promised > 0) add(body.item, { promised });
  }
  for (const { item, loaded, delivered, leftOver, onTheWay } of shares)
    add(item, { loaded, delivered, leftOver, onTheWay });
  return [...byItem.values()];
}

/** On how many days of the period a pledge stands. */
export function promisedDays({ from, until }: Pick<PledgeBody, 'from' | 'until'>, period: Period): number {
  const first = from > period.from ? from : period.from;
  const last = until !== null && until < period.to ? until : period.to;
  return Math.max(0, dayToNumber(last) - dayToNumber(first) + 1);
}

function fulfilledRun(rows: ReportRows, id: RowId, parts: readonly PledgeShare[]): FulfilledRun {
  const run = rows.runsById.get(id);
  const lines = new Map<RowId, FulfilledRun['lines'][number]>();
  for (const { item, loaded, delivered } of parts) {
    const known = lines.get(item) ?? { loaded: 0, delivered: 0 };
    lines.set(item, {
      item,
      loaded: (known.loaded + loaded) as Count,
      delivered: (known.delivered + delivered) as Count,
    });
  }
  const places = checkpoints(rows, parts);
  const districts = [...places].map((place) => rows.checkpointsById.get(place)?.district ?? '');
  return {
    run: id,
    on: run?.on ?? ('2000-01-01' as Day),
    window: run?.window ?? null,
    districts: [...new Set(districts)].filter((district) => district !== '').toSorted(),
    lines: [...lines.values()],
    state: parts.some(({ onTheWay }) => onTheWay > 0) ? 'onTheWay' : 'done',
  };
}

/** The places that got something of the items that these shares gave. */
function checkpoints(rows: ReportRows, shares: readonly PledgeShare[]): ReadonlySet<RowId> {
  const given = new Set(shares.filter(({ delivered }) => delivered > 0).map(({ run, item }) => `${run} ${item}`));
  const places = new Set<RowId>();
  for (const { body } of countedOnce(rows.deliveries, rows.correctionsById)) {
    const counted = countedDelivery(body, rows.correctionsById);
    if (counted.type === 'withdrawn') continue;
    if (counted.lines.some(({ item, count }) => count > 0 && given.has(`${body.run} ${item}`)))
      places.add(body.checkpoint);
  }
  return places;
}

function startOf({ windowsById }: ReportRows, { window }: FulfilledRun): number {
  return window === null ? -1 : (windowsById.get(window)?.startMinute ?? -1);
}
