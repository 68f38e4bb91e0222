import { groupBy } from '#lib/group-by.ts';
import { spread } from '#lib/spread.ts';
import type { CheckpointBody } from '../places.ts';
import type { Count, Day, RowId } from '../scalars.ts';
import { countedDelivery } from './counted-delivery.ts';
import { type PledgeShare, pledgeShares, type SupplyRows } from './pledge-shares.ts';

/**
 * A part of what one source - a run, or a delivery outside any run - came to. What was carried is of no district
 * (`district` null) and tells `loaded`, `leftOver` and `onTheWay`; what was delivered is of one ('' when the place has none).
 * `pledge` null: the kitchen's own. In thousandths of the item's unit.
 */
export type SupplySum = {
  readonly on: Day;
  readonly pledge: RowId | null;
  readonly item: RowId;
  readonly district: string | null;
  readonly loaded: Count;
  readonly delivered: Count;
  readonly leftOver: Count;
  readonly onTheWay: Count;
};

export type SumRows = SupplyRows & {
  readonly checkpointsById: ReadonlyMap<RowId, Pick<CheckpointBody, 'district'>>;
};

/**
 * What each source came to, in sums that can be added up in any order: corrections are in them, withdrawn deliveries are
 * not. A source's sums follow from its run, its load, its deliveries and the districts of their places, and nothing else.
 */
export function supplySums(rows: SumRows): ReadonlyMap<RowId, readonly SupplySum[]> {
  const delivered = deliveredBySource(rows);
  const shares = groupBy(pledgeShares(rows), ({ run }) => run);
  const sources = new Set([...delivered.keys(), ...shares.keys()]);
  return new Map(
    [...sources].map((source) => {
      const sums = [
        ...carried(rows, source, shares.get(source) ?? []),
        ...given(delivered.get(source) ?? [], shares.get(source) ?? []),
      ];
      return [source, sums.filter((sum) => sum.loaded > 0 || sum.delivered > 0)];
    }),
  );
}

type Part = { readonly on: Day; readonly item: RowId; readonly district: string; count: number };

/** By source: how much of an item places of a district got on a day. A run's own day counts for all of it. */
function deliveredBySource(rows: SumRows): ReadonlyMap<RowId, readonly Part[]> {
  const bySource = new Map<RowId, Map<string, Part>>();
  for (const { id, body } of rows.deliveries) {
    const counted = countedDelivery(body, rows.correctionsById);
    if (counted.type === 'withdrawn') continue;
    const run = body.run === null ? undefined : rows.runsById.get(body.run);
    const on = run?.on ?? body.on;
    const district = rows.checkpointsById.get(body.checkpoint)?.district ?? '';
    const source = body.run ?? id;
    const parts = bySource.get(source) ?? new Map<string, Part>();
    bySource.set(source, parts);
    for (const { item, count } of counted.lines) {
      const key = `${item} ${on} ${district}`;
      const known = parts.get(key);
      if (known === undefined) parts.set(key, { on, item, district, count });
      else known.count += count;
    }
  }
  return new Map([...bySource].map(([source, parts]) => [source, [...parts.values()]]));
}

function carried({ runsById }: SumRows, source: RowId, shares: readonly PledgeShare[]): readonly SupplySum[] {
  const run = runsById.get(source);
  if (run === undefined) return [];
  return [...groupBy(shares, ({ pledge, item }) => `${pledge} ${item}`).values()].map((same) => {
    const total = (field: 'loaded' | 'leftOver' | 'onTheWay') =>
      same.reduce((sum, share) => sum + share[field], 0) as Count;
    const { pledge, item } = same[0];
    const amounts = { loaded: total('loaded'), leftOver: total('leftOver'), onTheWay: total('onTheWay') };
    return { on: run.on, pledge, item, district: null, ...amounts, delivered: 0 as Count };
  });
}

/** Whose of it went where: nobody knows whose loaf it was, so each pledge's part goes to each district in proportion. */
function given(parts: readonly Part[], shares: readonly PledgeShare[]): readonly SupplySum[] {
  return [...groupBy(parts, ({ item }) => item)].flatMap(([item, ofItem]) => {
    const total = ofItem.reduce((sum, { count }) => sum + count, 0);
    const ofPledges = groupBy(
      shares.filter((share) => share.item === item),
      ({ pledge }) => pledge,
    );
    const pledged = [...ofPledges].map(([pledge, same]): { readonly pledge: RowId | null; readonly count: number } => ({
      pledge,
      count: same.reduce((sum, { delivered }) => sum + delivered, 0),
    }));
    const own = total - pledged.reduce((sum, { count }) => sum + count, 0);
    const givers = [...pledged, { pledge: null, count: own }];
    const cells = spread(
      givers.map(({ count }) => count),
      ofItem.map(({ count }) => count),
    );
    const nothing = { loaded: 0 as Count, leftOver: 0 as Count, onTheWay: 0 as Count };
    return givers.flatMap(({ pledge }, row) =>
      ofItem.map(({ on, district }, column) => {
        const delivered = (cells[row]?.[column] ?? 0) as Count;
        return { on, pledge, item, district, ...nothing, delivered };
      }),
    );
  });
}
