import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { DeviceRecord, FeedRow, GrantRow, LogRow, StateRow } from '../port.ts';

/** A row as SQLite gives it. */
export type Found = Readonly<Record<string, SQLOutputValue>>;

/** Prepares each statement once. */
export function statements(database: DatabaseSync) {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  return (sql: string) => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
}

export function foundToState(row: Found): StateRow {
  return { kind: row['kind'], id: row['id'], version: row['version'], body: row['body'] } as StateRow;
}

export function foundToFeed(row: Found): FeedRow {
  const { number, audience, kind, id, body, device, mutation } = row;
  return { number, audience, kind, id, body, device, mutation } as FeedRow;
}

export function foundToGrant(row: Found): GrantRow {
  return {
    audience: row['audience'],
    kind: row['kind'],
    id: row['id'],
    byKind: row['by_kind'],
    byId: row['by_id'],
  } as GrantRow;
}

export function foundToDevice(row: Found): DeviceRecord {
  return {
    device: row['device'],
    branch: row['branch'],
    member: row['member'],
    standing: row['standing'],
    signKey: row['sign_key'],
    agreeKey: row['agree_key'],
    storedThrough: row['stored_through'],
    headHash: row['head_hash'],
    backedUpThrough: row['backed_up_through'],
    revokedAfter: row['revoked_after'],
    heardAt: row['heard_at'],
  } as DeviceRecord;
}

export function foundToLog(row: Found): LogRow {
  const {
    device,
    number,
    branch,
    hash,
    entry,
    status,
    code,
    waits_for: waitsFor,
    version,
    received_at: receivedAt,
  } = row;
  return { device, number, branch, hash, entry, status, code, waitsFor, version, receivedAt } as LogRow;
}
