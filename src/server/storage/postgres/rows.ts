import type {
  CommitRow,
  DeviceRecord,
  FeedRow,
  GrantRow,
  History,
  KeptAside,
  LogRow,
  StateRow,
  SegmentRow,
} from '../port.ts';

/** A row as PostgreSQL gives it. */
type Found = Readonly<Record<string, unknown>>;

/** Plain bytes: a Buffer may lie in memory that it shares with others. */
function plain(bytes: unknown): Uint8Array {
  return new Uint8Array(bytes as Buffer);
}

export function foundToHistory(row: Found): History {
  const { number, mark, audit_hash } = row;
  return { number, mark, auditHash: plain(audit_hash) } as History;
}

export function foundToCommit(row: Found): CommitRow {
  const { number, mark, at, entries } = row;
  return {
    number,
    mark,
    at,
    entries,
    auditHash: plain(row['audit_hash']),
    rowsHash: plain(row['rows_hash']),
  } as CommitRow;
}

export function foundToSegment(row: Found): SegmentRow {
  const [previousHash, headHash, signature] = [row['previous_hash'], row['head_hash'], row['signature']].map(plain);
  const { device, first_number: firstNumber, count } = row;
  return { device, firstNumber, count, previousHash, headHash, signature } as SegmentRow;
}

export function foundToState(row: Found): StateRow {
  const { kind, id, version, body } = row;
  return { kind, id, version, body } as StateRow;
}

export function foundToFeed(row: Found): FeedRow {
  const { number, audience, kind, id, body, device, mutation } = row;
  return { number, audience, kind, id, body, device, mutation } as FeedRow;
}

export function foundToGrant(row: Found): GrantRow {
  const { audience, kind, id, by_kind, by_id } = row;
  return { audience, kind, id, byKind: by_kind, byId: by_id } as GrantRow;
}

export function foundToDevice(row: Found): DeviceRecord {
  const { device, branch, member, standing } = row;
  return {
    device,
    branch,
    member,
    standing,
    signKey: plain(row['sign_key']),
    agreeKey: plain(row['agree_key']),
    storedThrough: row['stored_through'],
    headHash: plain(row['head_hash']),
    backedUpThrough: row['backed_up_through'],
    revokedAfter: row['revoked_after'],
    heardAt: row['heard_at'],
  } as DeviceRecord;
}

export function foundToLog(row: Found): LogRow {
  const { device, number, branch, status, code, waits_for: waitsFor, version, received_at: receivedAt } = row;
  const [hash, entry] = [plain(row['hash']), plain(row['entry'])];
  return { device, number, branch, hash, entry, status, code, waitsFor, version, receivedAt } as LogRow;
}

/** The columns of rows, as `unnest` takes them: one list for each column. */
export function columns<R>(rows: readonly R[], ...reads: readonly ((row: R) => unknown)[]): readonly unknown[][] {
  return reads.map((read) => rows.map(read));
}

/** The columns that log rows and those kept aside share. */
export function logColumns(rows: readonly KeptAside[] | readonly LogRow[]): readonly unknown[][] {
  return columns<KeptAside | LogRow>(
    rows,
    (row) => row.device,
    (row) => row.number,
    (row) => row.hash,
    (row) => row.entry,
    (row) => row.receivedAt,
  );
}
