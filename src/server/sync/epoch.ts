import { bytesToBase32 } from '#lib/base32.ts';
import type { Random } from '#lib/ports.ts';
import type { InviteBody } from '#domain/people.ts';
import { put } from '#domain/rows.ts';
import type { SyncRequest } from '#protocol/sync-request.ts';
import type { Storage, Transaction } from '../storage/port.ts';
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
  return transaction.changeSetting(EPOCH_SETTING, () => bytesToBase32(random.bytes(EPOCH_BYTES)));
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

/** True when what a device holds proves that this database went back in time (SPEC 10.2). */
export async function hasGoneBack(
  work: Work,
  request: Pick<SyncRequest, 'device' | 'epoch' | 'cursor' | 'acknowledgedThrough'>,
  epoch: string,
  storedThrough: number,
): Promise<boolean> {
  if (request.epoch !== epoch) return false;
  const { acknowledgedThrough: number, cursor } = request;
  // Beyond a gap the log is held too (SPEC 10.4), and was acknowledged.
  if (number > storedThrough && (await work.transaction.log(request.device, number, number)).length === 0) return true;
  if (cursor === null || cursor.number === 0) return false;
  return (await work.transaction.markOf(cursor.number)) !== cursor.mark;
}

/** Nobody can know which invites were used after the backup was made: the unused ones are void. */
export async function voidInvites(work: Work): Promise<void> {
  await voidOpenInvites(work, () => true);
}

/** Only the operator's latest invite counts: earlier ones stand in terminals and logs, and confirm themselves. */
export async function voidOperatorInvites(work: Work): Promise<void> {
  await voidOpenInvites(work, (invite) => invite.fromOperator);
}

async function voidOpenInvites(work: Work, isVoid: (invite: InviteBody) => boolean): Promise<void> {
  for (const row of await work.transaction.rowsOfKind('invite')) {
    const body = row.body === null ? undefined : (JSON.parse(row.body) as InviteBody);
    if (body?.status !== 'open' || !isVoid(body)) continue;
    await applyPatch(work, put('invite', row.id, { ...body, status: 'revoked' }), NOBODY);
  }
}
