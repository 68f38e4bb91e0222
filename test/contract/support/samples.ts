import type { Audience } from '#domain/audiences.ts';
import type { Kind } from '#domain/rows.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { CommitRow, DeviceRecord, FeedRow, History, LogRow, StateRow, Transaction } from '#server/storage/port.ts';

let branchCount = 0;

/** A branch of which nothing is kept yet: tests of one file share a database. */
export function newBranch(): BranchId {
  branchCount += 1;
  return `b${String(branchCount).padStart(6, '0')}` as BranchId;
}

/** Devices are known across branches, so each test has its own. */
export function newDevice(branch: BranchId, letter = 'd'): DeviceId {
  return `${letter}${branch}`.padEnd(16, '0') as DeviceId;
}

export const id = (text: string): RowId => text as RowId;
export const organisersOf = (branch: BranchId): Audience => `organisers:${branch}`;

/** Bytes that are not text, so that no storage takes them for it. */
export const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.of(0, 255, 92, ...values);

export function stateRow(name: string, changes: Partial<StateRow> = {}): StateRow {
  return { kind: 'item', id: id(name), version: 1, body: '{"name":"Нан \\"N\\" \\\\ {},"}', ...changes };
}

export function feedRow(branch: BranchId, number: number, changes: Partial<FeedRow> = {}): FeedRow {
  const row = {
    kind: 'item' as Kind,
    id: id(`row${number}`),
    body: `{"n":${number}}`,
    device: '' as const,
    mutation: 0,
  };
  return { ...row, number, audience: organisersOf(branch), ...changes };
}

export function logRow(branch: BranchId, device: DeviceId, number: number, changes: Partial<LogRow> = {}): LogRow {
  return {
    device,
    number,
    branch,
    hash: bytes(number % 256, 1),
    entry: bytes(number % 256, 2),
    status: 'applied',
    code: null,
    waitsFor: null,
    version: number,
    receivedAt: 1_800_000_000_000,
    ...changes,
  };
}

export function deviceRecord(branch: BranchId, device: DeviceId, changes: Partial<DeviceRecord> = {}): DeviceRecord {
  return {
    device,
    branch,
    member: id('anna.1'),
    standing: 'driver',
    signKey: bytes(1),
    agreeKey: bytes(2),
    storedThrough: 0,
    headHash: bytes(3),
    backedUpThrough: 0,
    revokedAfter: null,
    heardAt: 1_800_000_000_000,
    ...changes,
  };
}

/** Gives out the next number of the branch in a commit, as every work does, and writes a feed row under it. */
export async function writeNext(transaction: Transaction, branch: BranchId): Promise<number> {
  const history = await transaction.history();
  const number = history.number + 1;
  await transaction.writeFeed([feedRow(branch, number)]);
  await transaction.commit(nextCommit(number));
  return number;
}

export function nextHistory(number: number): History {
  return { number, mark: `mark${number}`, auditHash: bytes(number % 256) };
}

export function nextCommit(number: number, at = 1_800_000_000_000): CommitRow {
  return { ...nextHistory(number), at, entries: '', rowsHash: bytes(4) };
}
