import { bytesToBase32 } from '#lib/base32.ts';
import type { Random, Sha256 } from '#lib/ports.ts';
import { type Body, type Patch, rowKeyText, type RowKey, type RowState } from '#domain/rows.ts';
import type { Audience } from '#domain/audiences.ts';
import type { KnownRows } from '#domain/run-mutation.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import { forgetPictures } from '../photo/forget-pictures.ts';
import { auditHash, entriesText, rowsHash } from './audit.ts';
import type { FeedRow, History, LogRow, StateRow, Transaction } from '../storage/port.ts';

/** What the sync code needs of the outside. */
export type SyncPorts = { readonly sha256: Sha256; readonly random: Random };

/** A row within a work: what was loaded, or what was decided since. */
export type HeldRow = { readonly body: Body | null; readonly json: string | null };
const ABSENT: HeldRow = { body: null, json: null };

/** Who wrote a feed row, so that its writer need not be told it whole. */
export type Origin = { readonly device: DeviceId | ''; readonly mutation: number };
/** Written by nobody's phone: always told whole. */
export const NOBODY: Origin = { device: '', mutation: 0 };

const MARK_BYTES = 8;

/**
 * One request's changes to one branch, gathered in memory and written at the end. Rows are loaded once; numbers are given
 * out under the branch's lock, so their order is the order of commits.
 */
export type Work = {
  readonly transaction: Transaction;
  readonly branch: BranchId;
  readonly now: number;
  /** Where the branch's history stood when the work began. */
  readonly start: History;
  /** Rows by key text. */
  readonly held: Map<string, HeldRow>;
  readonly changed: Map<string, StateRow>;
  /** Feed rows by audience and key: a later change of the same row replaces the earlier one. */
  readonly feed: Map<string, FeedRow>;
  /** Those of them that their audience did not see before this work. */
  readonly fresh: Set<string>;
  readonly log: LogRow[];
  /** The last number given out. */
  number: number;
};

/** Begins a work: from here on nobody else writes in this branch. */
export async function beginWork(transaction: Transaction, branch: BranchId, now: number): Promise<Work> {
  const start = await transaction.history();
  return {
    transaction,
    branch,
    now,
    start,
    held: new Map(),
    changed: new Map(),
    feed: new Map(),
    fresh: new Set(),
    log: [],
    number: start.number,
  };
}

const NOTHING_TO_LOAD = Promise.resolve();

/** Loads the rows that are not held yet, all at once. */
export function hold(work: Work, keys: readonly RowKey[]): Promise<void> {
  const missing = keys.filter((key) => !work.held.has(rowKeyText(key)));
  return missing.length === 0 ? NOTHING_TO_LOAD : load(work, missing);
}

async function load(work: Work, missing: readonly RowKey[]): Promise<void> {
  for (const key of missing) work.held.set(rowKeyText(key), ABSENT);
  for (const row of await work.transaction.rows(missing)) {
    if (row.body !== null) work.held.set(rowKeyText(row), { body: JSON.parse(row.body) as Body, json: row.body });
  }
}

/** The held rows as mutators ask for them. */
export function heldRows(work: Work): KnownRows {
  return {
    has: (text) => work.held.has(text),
    get: (text) => {
      const row = work.held.get(text);
      return row === undefined ? undefined : stateOf(row);
    },
  };
}

/** Takes a row for absent without a look, unless it is held already. */
export function holdAbsent(work: Work, key: RowKey): void {
  const text = rowKeyText(key);
  if (!work.held.has(text)) work.held.set(text, ABSENT);
}

/** A held row, as a mutator sees it: the server knows all rows, so an absence is one. */
export function heldState(work: Work, key: RowKey): RowState {
  return stateOf(work.held.get(rowKeyText(key)) ?? ABSENT);
}

function stateOf({ body }: HeldRow): RowState {
  return body === null ? { state: 'absent' } : { state: 'present', body };
}

/** Takes a decided row into the work; its number is that of its first feed row. */
export function holdPatch(work: Work, patch: Patch, json: string | null): void {
  const text = rowKeyText(patch);
  work.held.set(text, { body: patch.op === 'put' ? patch.body : null, json });
  work.changed.set(text, { kind: patch.kind, id: patch.id, version: work.number + 1, body: json });
}

/** Tells an audience of a row that it sees; `isNew` when it did not until now. */
export function tell(
  work: Work,
  row: RowKey & { readonly audience: Audience; readonly json: string },
  { origin, isNew }: { readonly origin: Origin; readonly isNew: boolean },
): void {
  const text = `${row.audience} ${rowKeyText(row)}`;
  if (isNew && !work.feed.has(text)) work.fresh.add(text);
  note(work, text, row, origin);
}

/** Tells an audience that a row is gone; nothing at all of one that it would have seen for the first time. */
export function tellDeparture(work: Work, row: RowKey & { readonly audience: Audience }, origin: Origin): void {
  const text = `${row.audience} ${rowKeyText(row)}`;
  if (work.fresh.delete(text)) work.feed.delete(text);
  else note(work, text, { ...row, json: null }, origin);
}

function note(
  work: Work,
  text: string,
  { audience, kind, id, json }: RowKey & { readonly audience: Audience; readonly json: string | null },
  { device, mutation }: Origin,
): void {
  work.number += 1;
  work.feed.set(text, { number: work.number, audience, kind, id, body: json, device, mutation });
}

/** What a finished work tells: all that feeds hold beyond where the branch's history stood before, read as a storage is. */
export function toldBy(work: Work): Transaction['readFeed'] {
  const inOrder = [...work.feed.values()].toSorted((a, b) => a.number - b.number);
  return async (audiences, after, limit) =>
    inOrder.filter((row) => row.number > after && audiences.includes(row.audience)).slice(0, limit);
}

/** Writes everything, and moves the branch's history on by one commit; nothing at all when nothing happened. */
export async function finishWork(work: Work, ports: SyncPorts): Promise<History> {
  const { transaction } = work;
  if (work.log.length === 0 && work.changed.size === 0 && work.feed.size === 0) return work.start;
  if (work.number === work.start.number) work.number += 1;
  await transaction.writeRows([...work.changed.values()]);
  await forgetPictures(transaction, work.changed.values());
  await transaction.writeFeed([...work.feed.values()]);
  await transaction.writeLog(work.log);
  const audit = { entries: entriesText(work.log), rowsHash: rowsHash(ports.sha256, work.changed.values()) };
  const audited = { branch: work.branch, number: work.number, at: work.now, ...audit };
  const history: History = {
    number: work.number,
    mark: bytesToBase32(ports.random.bytes(MARK_BYTES)),
    auditHash: auditHash(ports.sha256, work.start.auditHash, audited),
  };
  await transaction.commit({ ...history, at: work.now, ...audit });
  return history;
}
