import { bytesToBase32 } from '#lib/base32.ts';
import type { Random } from '#lib/ports.ts';
import type { EnrolledRole, InviteBody } from '#domain/people.ts';
import { put } from '#domain/rows.ts';
import type { Cursor } from '#protocol/fields.ts';
import type { SyncRequest } from '#protocol/sync-request.ts';
import type { CursorMarks } from '../auth/cursor-mark.ts';
import type { DeviceRecord, Storage, Transaction } from '../storage/port.ts';
import { applyPatch } from './project.ts';
import { beginWork, finishWork, NOBODY, type SyncPorts, type Work } from './work.ts';

const EPOCH_SETTING = 'epoch';
const EPOCH_BYTES = 10;

/** The name of this life of the database. Read inside each transaction, never remembered. */
export async function readEpoch(transaction: Transaction): Promise<string | undefined> {
  return transaction.setting(EPOCH_SETTING);
}

/** Begins a life: at the database's birth, and when a restore was proved. */
export async function beginEpoch(transaction: Transaction, random: Random): Promise<string> {
  return transaction.changeSetting(EPOCH_SETTING, () => newEpoch(random));
}

function newEpoch(random: Random): string {
  return bytesToBase32(random.bytes(EPOCH_BYTES));
}

/** Begins a life by the operator's hand: whoever restores a backup knows that it went back, and no phone has to prove it. */
export async function beginNewLife(storage: Storage, ports: SyncPorts, now: number): Promise<void> {
  for (const branch of await storage.branches()) {
    await storage.transact(branch, async (transaction) => {
      const work = await beginWork(transaction, branch, now);
      await voidInvites(work);
      await finishWork(work, ports);
      await beginEpoch(transaction, ports.random);
    });
  }
}

/** What of a device's word on where it stands is believed. */
export type Footing = {
  /** The life that this database is in. */
  readonly epoch: string;
  /** The life that the answer names: another than the device knows lets it offer everything again (SPEC 10.3). */
  readonly answered: string;
  /** Whence it pulls; null: from the beginning. */
  readonly cursor: Cursor | null;
};

/**
 * Holds what a device says of the past against this database (SPEC 10.2). Only the server's own word counts against the
 * database: a cursor whose mark this server made in this life, and which is not in its history, proves that it went back.
 * What a device merely says concerns nobody but itself.
 */
export async function footingOf(
  work: Work,
  request: Pick<SyncRequest, 'epoch' | 'cursor' | 'acknowledgedThrough'>,
  device: DeviceRecord,
  ports: { readonly random: Random; readonly marks: CursorMarks },
): Promise<Footing> {
  const { transaction } = work;
  const epoch = (await readEpoch(transaction)) ?? (await beginEpoch(transaction, ports.random));
  if (request.epoch !== epoch || device.revokedAfter !== null) return { epoch, answered: epoch, cursor: null };
  const { cursor, acknowledgedThrough } = request;
  const isHere = cursor !== null && (await markOf(work, epoch, cursor.number, ports.marks)) === cursor.mark;
  if (cursor !== null && !isHere && ports.marks.isOurs({ ...cursor, epoch, branch: work.branch }, cursor.mark)) {
    await voidInvites(work);
    const next = await beginEpoch(transaction, ports.random);
    return { epoch: next, answered: next, cursor: null };
  }
  // Beyond a gap the log is held too (SPEC 10.4), and was acknowledged.
  const isLogHere =
    acknowledgedThrough <= device.storedThrough ||
    (await transaction.log(device.device, acknowledgedThrough, acknowledgedThrough)).length > 0;
  // A life of the device's own, for one answer: it offers again what it keeps, and nobody else hears of it.
  if (!isLogHere) return { epoch, answered: newEpoch(ports.random), cursor: null };
  return { epoch, answered: epoch, cursor: isHere ? cursor : null };
}

/** The mark that this database gives to a number of its history; undefined when it never gave the number out. */
async function markOf(work: Work, epoch: string, number: number, marks: CursorMarks): Promise<string | undefined> {
  const commitMark = await work.transaction.markOf(number);
  return commitMark === undefined ? undefined : marks.markOf({ epoch, branch: work.branch, number }, commitMark);
}

/** Nobody can know which invites were used after the backup was made: the unused ones are void. */
export async function voidInvites(work: Work): Promise<void> {
  await voidOpenInvites(work, () => true);
}

/** Only the operator's latest invite for a role counts: earlier ones stand in terminals and logs, and confirm themselves. */
export async function voidOperatorInvites(work: Work, role: EnrolledRole): Promise<void> {
  await voidOpenInvites(work, (invite) => invite.fromOperator && invite.role === role);
}

async function voidOpenInvites(work: Work, isVoid: (invite: InviteBody) => boolean): Promise<void> {
  for (const row of await work.transaction.rowsOfKind('invite')) {
    const body = row.body === null ? undefined : (JSON.parse(row.body) as InviteBody);
    if (body?.status !== 'open' || !isVoid(body)) continue;
    await applyPatch(work, put('invite', row.id, { ...body, status: 'revoked' }), NOBODY);
  }
}
