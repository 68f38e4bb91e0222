import { isAbsenceTrue } from '#domain/audiences.ts';
import { originOfRow } from '#domain/context.ts';
import { type Body, type Kind, rowKeyText, type RowKey, type RowState } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Table } from 'dexie';
import { type PhoneDatabase, rowTable, type StoredRow } from './database.ts';
import { type Identity, standingOf } from './identity.ts';
import type { Position } from './position.ts';

/**
 * What the absence of a row here means. It is an absence where this phone's feeds would show the row, all of them are
 * here, or the row could only have been made here; else it says nothing.
 */
export function absenceOf(key: RowKey, identity: Identity, position: Position): RowState {
  const isOwn = originOfRow(key.id)?.device === identity.device;
  const isSeen = position.rows === 'whole' && isAbsenceTrue(standingOf(identity));
  return { state: isOwn || isSeen ? 'absent' : 'unknown' };
}

/** From so many ids on it pays to ask whether they lie close together. */
const MANY = 32;
/** Most rows that may be read for one that is wanted: one more costs a tenth of one more request. */
const MOST_FOR_ONE = 3;

/** The rows that are there, by key text. */
export async function loadBodies(database: PhoneDatabase, keys: readonly RowKey[]): Promise<ReadonlyMap<string, Body>> {
  const idsByKind = new Map<Kind, RowId[]>();
  for (const key of keys) idsByKind.set(key.kind, [...(idsByKind.get(key.kind) ?? []), key.id]);
  const found = new Map<string, Body>();
  const loads = [...idsByKind].map(async ([kind, ids]) => {
    for (const row of await loadRows(rowTable(database, kind), ids)) {
      if (row !== undefined) found.set(rowKeyText({ kind, id: row.id }), row.body);
    }
  });
  await Promise.all(loads);
  return found;
}

/**
 * The rows of these ids, as far as they are there. IndexedDB is asked for each id alone, and each question
 * goes to the disk's process and back; the runs of a day's deliveries, made one after another, are one stretch of the table.
 */
async function loadRows(
  table: Table<StoredRow, RowId>,
  ids: readonly RowId[],
): Promise<readonly (StoredRow | undefined)[]> {
  if (ids.length < MANY) return table.bulkGet([...ids]);
  const inOrder = ids.toSorted();
  const stretch = table.where('id').between(inOrder[0], inOrder.at(-1), true, true);
  if ((await stretch.count()) > MOST_FOR_ONE * ids.length) return table.bulkGet([...ids]);
  const wanted = new Set(ids);
  return (await stretch.toArray()).filter(({ id }) => wanted.has(id));
}

/** A key text as a key again. Kinds have no slash, ids may. */
export function keyTextToKey(text: string): RowKey {
  const slash = text.indexOf('/');
  return { kind: text.slice(0, slash) as Kind, id: text.slice(slash + 1) as RowId };
}
