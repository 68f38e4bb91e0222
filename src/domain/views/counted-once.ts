import type { CorrectionBody, DeliveryBody, RecordedHow } from '../delivery.ts';
import type { Line, RowId } from '../scalars.ts';
import { type CountedDelivery, countedDelivery } from './counted-delivery.ts';

type Identified = { readonly id: RowId; readonly body: DeliveryBody };
type Corrections = ReadonlyMap<RowId, CorrectionBody>;
type Standing<D> = { readonly row: D; readonly counted: Extract<CountedDelivery, { type: 'stands' }> };

/** How near to the fact a record was made: what was told is a report of it, a sheet of paper is one that somebody wrote there. */
const NEARNESS: Readonly<Record<RecordedHow, 0 | 1 | 2>> = {
  told: 0,
  desk: 1,
  atStop: 2,
  endOfRun: 2,
  import: 2,
  review: 2,
};
const OWN = 2;

/**
 * The records that count, each portion once: what was told by phone or typed from paper stands only until the driver's own
 * record is there, in whatever order they arrive. The rule looks at rows alone, so every phone and the server agree, and
 * it is undone by taking back the nearer record.
 */
export function countedOnce<D extends Identified>(deliveries: readonly D[], corrections: Corrections): readonly D[] {
  const overtaken = overtakenBy(deliveries, corrections);
  return overtaken.size === 0 ? deliveries : deliveries.filter(({ id }) => !overtaken.has(id));
}

/**
 * The records that do not count since others stand for them, with those others:
 * - at one place of one run only the nearest records count, those of the same stop before those of another; and what two heard
 *   of one stop in the same words counts once;
 * - beside the runs, one that was heard and one of a driver's own about the same place, day and amounts are one.
 */
export function overtakenBy(
  deliveries: readonly Identified[],
  corrections: Corrections,
): ReadonlyMap<RowId, readonly RowId[]> {
  const overtaken = new Map<RowId, readonly RowId[]>();
  if (!deliveries.some(({ body }) => NEARNESS[body.how] < OWN)) return overtaken;
  for (const group of groupsOf(deliveries, corrections)) {
    if (group.length < 2) continue;
    const found = group[0]?.row.body.run === null ? pairsBesideRuns(group) : farther(group);
    for (const [id, others] of found) overtaken.set(id, others);
  }
  return overtaken;
}

/** What stands of one place on one run, or at one place on one day beside the runs; in an order of no phone's own. */
function groupsOf(
  deliveries: readonly Identified[],
  corrections: Corrections,
): Iterable<readonly Standing<Identified>[]> {
  const groups = new Map<string, Standing<Identified>[]>();
  for (const row of deliveries) {
    const counted = countedDelivery(row.body, corrections);
    if (counted.type === 'withdrawn') continue;
    const key = `${row.body.run ?? row.body.on} ${row.body.checkpoint}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [{ row, counted }]);
    else group.push({ row, counted });
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1)));
}

type Found = readonly (readonly [RowId, readonly RowId[]])[];

function farther(group: readonly Standing<Identified>[]): Found {
  const nearest = Math.max(...group.map(nearnessOf));
  const near = group.filter((one) => nearnessOf(one) === nearest);
  const far = group.filter((one) => nearnessOf(one) < nearest);
  const overtaken: Found = far.map((one) => [one.row.id, ofStopOf(one, near).map(({ row }) => row.id)]);
  return nearest === NEARNESS.told ? [...overtaken, ...heardAgain(near)] : overtaken;
}

/** Those of the same stop, where there are any: a run may visit a place twice. */
function ofStopOf(
  { row }: Standing<Identified>,
  near: readonly Standing<Identified>[],
): readonly Standing<Identified>[] {
  const same = near.filter((one) => one.row.body.stop === row.body.stop);
  return same.length > 0 ? same : near;
}

/** Two who wrote down the same call. */
function heardAgain(told: readonly Standing<Identified>[]): Found {
  const firstByAmounts = new Map<string, RowId>();
  return told.flatMap(({ row, counted }): Found => {
    const said = `${row.body.stop ?? ''} ${amountsText(counted.lines)}`;
    const first = firstByAmounts.get(said);
    if (first !== undefined) return [[row.id, [first]]];
    firstByAmounts.set(said, row.id);
    return [];
  });
}

function pairsBesideRuns(group: readonly Standing<Identified>[]): Found {
  const own = group.filter((one) => nearnessOf(one) === OWN).map((one) => ({ ...one, isTaken: false }));
  return group
    .filter((one) => nearnessOf(one) < OWN)
    .flatMap(({ row, counted }): Found => {
      const said = amountsText(counted.lines);
      const pair = own.find((one) => !one.isTaken && amountsText(one.counted.lines) === said);
      if (pair === undefined) return [];
      pair.isTaken = true;
      return [[row.id, [pair.row.id]]];
    });
}

/**
 * Records that may be one and the same, in pairs: one stands on a run and the other beside the runs, at the same place, day,
 * window and amounts, and at least one of them is only what was heard. Nobody but a person can tell, so both count until then.
 */
export function perhapsSame(deliveries: readonly Identified[], corrections: Corrections): ReadonlyMap<RowId, RowId> {
  const pairs = new Map<RowId, RowId>();
  if (!deliveries.some(({ body }) => NEARNESS[body.how] < OWN)) return pairs;
  const standing = countedOnce(deliveries, corrections)
    .flatMap((row): readonly Standing<Identified>[] => {
      const counted = countedDelivery(row.body, corrections);
      return counted.type === 'withdrawn' || counted.lines.length === 0 ? [] : [{ row, counted }];
    })
    .toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1));
  const onRuns = standing.filter(({ row }) => row.body.run !== null);
  for (const beside of standing.filter(({ row }) => row.body.run === null)) {
    const same = onRuns.find((one) => !pairs.has(one.row.id) && mayBeSame(one, beside));
    if (same === undefined) continue;
    pairs.set(same.row.id, beside.row.id);
    pairs.set(beside.row.id, same.row.id);
  }
  return pairs;
}

function mayBeSame(one: Standing<Identified>, other: Standing<Identified>): boolean {
  const [a, b] = [one.row.body, other.row.body];
  return (
    a.checkpoint === b.checkpoint &&
    a.on === b.on &&
    (a.window === b.window || a.window === null || b.window === null) &&
    Math.min(nearnessOf(one), nearnessOf(other)) < OWN &&
    amountsText(one.counted.lines) === amountsText(other.counted.lines)
  );
}

function nearnessOf({ row }: Standing<Identified>): number {
  return NEARNESS[row.body.how];
}

/** The same amounts are the same text, in whatever order; nothing of an item is the same as not naming it. */
function amountsText(lines: readonly Line[]): string {
  const counts = new Map<RowId, number>();
  for (const { item, count } of lines) counts.set(item, (counts.get(item) ?? 0) + count);
  return [...counts]
    .filter(([, count]) => count > 0)
    .map(([item, count]) => `${item} ${count}`)
    .toSorted()
    .join('\n');
}
