import { isAbsenceTrue } from '#domain/audiences.ts';
import { originOfRow } from '#domain/context.ts';
import { type Body, type Kind, rowKeyText, type RowKey, type RowState } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { type PhoneDatabase, rowTable } from './database.ts';
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

/** The rows that are there, by key text; one request to each table. */
export async function loadBodies(database: PhoneDatabase, keys: readonly RowKey[]): Promise<ReadonlyMap<string, Body>> {
  const idsByKind = new Map<Kind, RowId[]>();
  for (const key of keys) idsByKind.set(key.kind, [...(idsByKind.get(key.kind) ?? []), key.id]);
  const found = new Map<string, Body>();
  const loads = [...idsByKind].map(async ([kind, ids]) => {
    for (const row of await rowTable(database, kind).bulkGet(ids)) {
      if (row !== undefined) found.set(rowKeyText({ kind, id: row.id }), row.body);
    }
  });
  await Promise.all(loads);
  return found;
}

/** A key text as a key again. Kinds have no slash, ids may. */
export function keyTextToKey(text: string): RowKey {
  const slash = text.indexOf('/');
  return { kind: text.slice(0, slash) as Kind, id: text.slice(slash + 1) as RowId };
}
