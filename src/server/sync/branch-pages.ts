import { ok } from '#lib/result.ts';
import type { BranchId, Day, RowId } from '#domain/scalars.ts';
import { numberToDay } from '#domain/days.ts';
import { type Body, parseBody, type Row } from '#domain/rows.ts';
import { isToldToCoordinators, toldToCoordinators } from '#domain/told-to-coordinators.ts';
import { MAX_BRANCHES } from '#domain/branches-act.ts';
import { MAX_PAGE_BYTES, MAX_SIEVED_ROWS } from '#protocol/bounds.ts';
import { type BranchPage, type BranchesAnswer, branchesBodySchema, type BranchesRequest } from '#protocol/branches.ts';
import { toBytes } from '#protocol/canonical.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import type { Cursor } from '#protocol/fields.ts';
import { rowJson } from '#protocol/row-json.ts';
import type { FeedRow, Storage, Transaction } from '../storage/port.ts';
import { acknowledge, type Voice } from './answer.ts';
import { coordinate } from './coordinate.ts';
import { readEpoch } from './epoch.ts';
import { pullPage } from './pull.ts';
import type { RoundPorts } from './sync.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What is new for a coordinator in all branches (SPEC 14), read from the feeds of their organisers and shown as
 * `toldToCoordinators` says. Undefined when whoever asks is no coordinator, or no longer.
 */
export async function branchPages(
  storage: Storage,
  voice: Voice,
  ports: RoundPorts,
  { request, now }: { readonly request: BranchesRequest; readonly now: number },
): Promise<BranchesAnswer | undefined> {
  const { act, device: by } = request;
  const done = act === null ? ok(null) : await coordinate(storage, ports, { device: by, act, now });
  const branches = (await storage.branches()).toSorted().slice(0, MAX_BRANCHES);
  const pages: BranchPage[] = [];
  let bytes = 0;
  let mostRead = MAX_SIEVED_ROWS;
  for (const branch of branches) {
    if (bytes >= MAX_PAGE_BYTES || mostRead <= 0) break;
    const read = await storage.transact(branch, (transaction) =>
      readBranch(transaction, branch, { request, now, mostRead }, ports),
    );
    if (read === undefined) return undefined;
    const { page, readCount } = read;
    pages.push(page);
    mostRead -= readCount;
    bytes += page.page.reduce((sum, { rows }) => sum + rows.length, 0);
  }
  const hasMore = pages.length < branches.length || pages.some((page) => page.hasMore);
  const body = toBytes(branchesBodySchema, {
    branches: [...branches],
    pages,
    hasMore,
    refused: done.ok ? null : done.error.code,
  });
  const { device, nonce } = request;
  const nothing = { storedThrough: 0, headHash: CHAIN_START, backedUpThrough: 0 };
  const epoch = pages.at(-1)?.epoch;
  if (epoch === undefined) return undefined;
  return { acknowledgement: await acknowledge(voice, { device, nonce, epoch, serverAt: now, ...nothing }, body), body };
}

async function readBranch(
  transaction: Transaction,
  branch: BranchId,
  { request, now, mostRead }: { readonly request: BranchesRequest; readonly now: number; readonly mostRead: number },
  ports: RoundPorts,
): Promise<{ readonly page: BranchPage; readonly readCount: number } | undefined> {
  // Looked at in the transaction that reads: whoever was revoked a moment ago is told nothing any more.
  const device = await transaction.device(request.device);
  if (device?.standing !== 'coordinator' || device.revokedAfter !== null) return undefined;
  const epoch = await readEpoch(transaction);
  if (epoch === undefined) return undefined;
  const held = request.held.find((one) => one.branch === branch);
  const from = held?.epoch === epoch ? await standing(transaction, { branch, epoch }, held.cursor, ports) : null;
  const today = numberToDay(Math.floor(now / DAY_MS));
  const pull = {
    epoch,
    branch,
    audiences: [`organisers:${branch}`] as const,
    device: request.device,
    from,
    isWhole: true,
    sieve: { mostRead, show: (rows: readonly FeedRow[]) => shown(transaction, rows, today) },
  };
  const { page, cursor, hasMore, readCount } = await pullPage(transaction, pull, await transaction.history(), ports);
  return { page: { branch, epoch, startCursor: from, page: [...page], cursor, hasMore }, readCount };
}

/** The cursor, if it is of this history; otherwise the reading begins anew. */
async function standing(
  transaction: Transaction,
  place: { readonly branch: BranchId; readonly epoch: string },
  cursor: Cursor | null,
  { marks }: RoundPorts,
): Promise<Cursor | null> {
  if (cursor === null) return null;
  const commitMark = await transaction.markOf(cursor.number);
  if (commitMark === undefined) return null;
  return marks.markOf({ ...place, number: cursor.number }, commitMark) === cursor.mark ? cursor : null;
}

async function shown(transaction: Transaction, rows: readonly FeedRow[], today: Day): Promise<readonly FeedRow[]> {
  const asked = rows.flatMap(({ kind, body }) =>
    kind === 'correction' && body !== null ? [(JSON.parse(body) as Body<'correction'>).delivery] : [],
  );
  const keys = [...new Set(asked)].map((id) => ({ kind: 'delivery', id }) as const);
  const days = new Map<RowId, Day>();
  for (const { id, body } of keys.length === 0 ? [] : await transaction.rows(keys))
    if (body !== null) days.set(id, (JSON.parse(body) as Body<'delivery'>).on);
  return rows.flatMap((row) => shownRow(row, today, days) ?? []);
}

function shownRow(row: FeedRow, today: Day, days: ReadonlyMap<RowId, Day>): FeedRow | undefined {
  if (!isToldToCoordinators(row.kind)) return undefined;
  if (row.body === null) return row;
  const body = parseBody(row.kind, JSON.parse(row.body));
  if (body === undefined) return undefined;
  const told = toldToCoordinators({ kind: row.kind, id: row.id, body } as Row, today, (delivery) => days.get(delivery));
  return told && { ...row, body: rowJson(told.kind, told.body) };
}
