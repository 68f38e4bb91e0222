import { assert } from '#lib/assert.ts';
import { toBytes } from '#protocol/canonical.ts';
import { type CarryAnswer, type CarryRequest, carriedBodySchema } from '#protocol/carry.ts';
import type { DeviceRecord, Storage, Transaction } from '../storage/port.ts';
import { acknowledge, type Standing, type Voice } from './answer.ts';
import type { Author } from './apply-entry.ts';
import { applySegment } from './apply-segment.ts';
import { tellDeferred } from './aside.ts';
import { readEpoch } from './epoch.ts';
import { stretchEnd } from './log-end.ts';
import { noteOfferedAgain } from './offered-again.ts';
import { joinOutcomes } from './outcomes.ts';
import { retryWaiting } from './retry-deferred.ts';
import { beginWork, finishWork, type SyncPorts } from './work.ts';

/** A genuine file, and the device whose log it is. */
export type Carrying = {
  readonly request: CarryRequest;
  /** The chain's hash at each entry, whose signature was checked over them. */
  readonly hashes: readonly Uint8Array[];
  readonly device: DeviceRecord;
  readonly now: number;
};

/**
 * Takes in what somebody else brought (SPEC 12): the same as a push of the device itself, but nothing is told of feeds, and the
 * device counts as not heard. Brought again, by whomever, it answers what it answered.
 */
export async function carryFile(
  storage: Storage,
  voice: Voice,
  ports: SyncPorts,
  carrying: Carrying,
): Promise<CarryAnswer> {
  const { standing, body } = await storage.transact(carrying.device.branch, (transaction) =>
    perform(transaction, carrying, ports),
  );
  return { acknowledgement: await acknowledge(voice, standing, body), body };
}

async function perform(
  transaction: Transaction,
  { request, hashes, device: told, now }: Carrying,
  ports: SyncPorts,
): Promise<{ readonly standing: Standing; readonly body: Uint8Array }> {
  const { segment } = request.file;
  const stored = await transaction.device(told.device);
  if (stored === undefined) await transaction.writeDevice(told);
  const device = stored ?? told;
  const work = await beginWork(transaction, device.branch, now);
  // A file does not say in which epoch it was written: invites in it may be of a former one (10.6).
  await noteOfferedAgain(transaction, { device: device.device, acknowledgedThrough: 0, segment });
  const { branch, member, standing: role } = device;
  const author: Author = { branch, member, role, device: device.device, isClockWrong: false };
  const applied = await applySegment(work, { segment, hashes }, device, author, ports);
  if (applied.newCount > 0) await retryWaiting(work);
  await tellDeferred(work);
  await finishWork(work, ports);
  const epoch = await readEpoch(transaction);
  assert(epoch !== undefined, 'a database that takes entries in has begun its life');
  const { storedThrough, headHash } = applied;
  const end = { ...((await transaction.device(told.device)) ?? device), storedThrough, headHash };
  if (storedThrough !== device.storedThrough) await transaction.writeDevice(end);
  const stretch = await stretchEnd(transaction, end, segment.firstNumber);
  const backedUpThrough = Math.min(end.backedUpThrough, stretch.storedThrough);
  return {
    standing: { device: told.device, nonce: request.nonce, epoch, ...stretch, backedUpThrough, serverAt: now },
    body: toBytes(carriedBodySchema, { outcomes: [...joinOutcomes(applied.outcomes)] }),
  };
}
