import { isSame } from '#lib/same.ts';
import type { Body, Kind, Patch } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import type { CoverageDayRows } from '#domain/views/coverage/coverage-rows.ts';
import { type PhoneDatabase, rowTable, type StoredRow } from '../database.ts';
import type { ChangedIds } from './changed-ids.ts';

/** Kinds of rows that name the day they are of, and what is said of a delivery afterwards. */
const DATED = ['run', 'delivery', 'dayRequirement', 'cancellation'] as const;
export const KEPT_KINDS = [...DATED, 'correction'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** All rows of some days that follow each other, by their ids. */
export type KeptDays = { readonly [K in KeptKind]: Map<RowId, StoredRow<K>> };
export type DaySpan = { readonly first: Day; readonly last: Day };
/** A row as it is now; without a body it is gone. */
export type RowNow = {
  readonly [K in KeptKind]: { readonly kind: K; readonly id: RowId; readonly body: Body<K> | undefined };
}[KeptKind];

/** The rows of some days as of one moment. Hundreds of runs are not asked for their deliveries one by one. */
export async function readDays(database: PhoneDatabase, { first, last }: DaySpan): Promise<KeptDays> {
  const { run, delivery, correction, dayRequirement, cancellation } = database;
  return database.transaction('r', tablesOf(database), async () => {
    const [runs, deliveries, dayRequirements, cancellations] = await Promise.all([
      run.where('body.on').between(first, last, true, true).toArray(),
      delivery.where('body.on').between(first, last, true, true).toArray(),
      dayRequirement.where('body.on').between(first, last, true, true).toArray(),
      cancellation.where('body.on').between(first, last, true, true).toArray(),
    ]);
    const corrections = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    return {
      run: byId(runs),
      delivery: byId(deliveries),
      correction: byId(corrections.filter((row) => row !== undefined)),
      dayRequirement: byId(dayRequirements),
      cancellation: byId(cancellations),
    };
  });
}

/** Some rows as they are now, and what was said of the deliveries among them. */
export async function readRows(
  database: PhoneDatabase,
  changed: ReadonlyMap<KeptKind, ReadonlySet<RowId>>,
): Promise<readonly RowNow[]> {
  return database.transaction('r', tablesOf(database), async () => {
    const asked = [...changed]
      .filter(([, ids]) => ids.size > 0)
      .map(([kind, ids]) => rowsNow(database, kind, [...ids]));
    const rows = (await Promise.all(asked)).flat();
    const corrections = rows.flatMap((row) => (row.kind === 'delivery' ? (row.body?.corrections ?? []) : []));
    return corrections.length === 0 ? rows : [...rows, ...(await rowsNow(database, 'correction', corrections))];
  });
}

async function rowsNow(database: PhoneDatabase, kind: KeptKind, ids: readonly RowId[]): Promise<readonly RowNow[]> {
  const rows = await rowTable(database, kind).bulkGet([...ids]);
  return ids.map((id, index) => ({ kind, id, body: rows[index]?.body }) as RowNow);
}

function tablesOf({ run, delivery, correction, dayRequirement, cancellation }: PhoneDatabase) {
  return [run, delivery, correction, dayRequirement, cancellation];
}

function byId<K extends Kind>(rows: readonly StoredRow<K>[]): Map<RowId, StoredRow<K>> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a save has written of the kinds that are kept. */
export function rowsOfPatches(patches: readonly Patch[]): readonly RowNow[] {
  return patches
    .filter(({ kind }) => (KEPT_KINDS as readonly Kind[]).includes(kind))
    .map((patch) => ({ kind: patch.kind, id: patch.id, body: patch.op === 'put' ? patch.body : undefined }) as RowNow);
}

/**
 * Takes over how rows are now. A row that is as it was stays the same object.
 * @returns the days of which something is other than before
 */
export function layRows(kept: KeptDays, rows: readonly RowNow[], span: DaySpan): ReadonlySet<Day> {
  const days = new Set<Day>();
  // A correction is of its delivery's day, which must be known first.
  const inOrder = [...rows].sort((a, b) => Number(a.kind === 'correction') - Number(b.kind === 'correction'));
  for (const { kind, id, body } of inOrder) {
    const known: Map<RowId, { readonly id: RowId; readonly body: unknown }> = kept[kind];
    const before = kept[kind].get(id)?.body;
    if (isSame(before, body)) continue;
    const [was, is] = [dayOf(kept, before), dayOf(kept, body)];
    if (was !== undefined) days.add(was);
    if (is === undefined || is < span.first || is > span.last) known.delete(id);
    else {
      known.set(id, { id, body });
      days.add(is);
    }
  }
  return days;
}

function dayOf(kept: KeptDays, body: Body<KeptKind> | undefined): Day | undefined {
  if (body === undefined) return undefined;
  return 'on' in body ? body.on : kept.delivery.get(body.delivery)?.body.on;
}

/** The rows of one of the days, in the order of their ids. */
export function coverageRowsOf(kept: KeptDays, on: Day): CoverageDayRows {
  const deliveries = rowsOn(kept.delivery, on);
  const corrections = deliveries.flatMap(({ body }) => body.corrections.map((id) => kept.correction.get(id)));
  return {
    on,
    runs: rowsOn(kept.run, on),
    deliveries,
    correctionsById: new Map(corrections.flatMap((row) => (row === undefined ? [] : [[row.id, row.body]]))),
    dayRequirements: rowsOn(kept.dayRequirement, on).map(({ body }) => body),
    cancellations: rowsOn(kept.cancellation, on).map(({ body }) => body),
  };
}

function rowsOn<R extends { readonly id: RowId; readonly body: { readonly on: Day } }>(
  rows: ReadonlyMap<RowId, R>,
  on: Day,
): readonly R[] {
  return [...rows.values()].filter(({ body }) => body.on === on).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Both together, kind by kind; `all` as soon as one of them does not say which rows. */
export function joinChanges(
  known: Map<KeptKind, Set<RowId>>,
  more: ReadonlyMap<KeptKind, ChangedIds>,
): Map<KeptKind, Set<RowId>> | 'all' {
  for (const [kind, ids] of more) {
    if (ids === 'all') return 'all';
    if (ids.size > 0) known.set(kind, new Set([...(known.get(kind) ?? []), ...ids]));
  }
  return known;
}
