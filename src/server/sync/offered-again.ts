import type { Context } from '#domain/context.ts';
import { type Patch, put } from '#domain/rows.ts';
import type { DeviceId } from '#domain/scalars.ts';
import type { SyncRequest } from '#protocol/sync-request.ts';
import type { Transaction } from '../storage/port.ts';

const settingOf = (device: DeviceId): string => `offeredAgainThrough ${device}`;

/**
 * Notes how far the log of a device goes that is about to hear of a new epoch: all that was written until now it may have
 * told a former life of the database already (SPEC 10.6).
 */
export async function noteOfferedAgain(
  transaction: Transaction,
  { device, acknowledgedThrough, segment }: Pick<SyncRequest, 'device' | 'acknowledgedThrough' | 'segment'>,
): Promise<void> {
  const end = segment === null ? 0 : segment.firstNumber + segment.entries.length - 1;
  const through = Math.max(acknowledgedThrough, end);
  if (through > (await offeredAgainThrough(transaction, device)))
    await transaction.changeSetting(settingOf(device), () => String(through));
}

/**
 * What an entry decided, except that an invite of a former life is void: it may have been used or revoked there, by whoever
 * is not here any more to say so. Its organiser sees that, and makes another.
 */
export async function withoutFormerInvites(
  transaction: Transaction,
  { device, mutationNumber }: Pick<Context, 'device' | 'mutationNumber'>,
  patches: readonly Patch[],
): Promise<readonly Patch[]> {
  if (mutationNumber > (await offeredAgainThrough(transaction, device))) return patches;
  return patches.map((patch) =>
    patch.op === 'put' && patch.kind === 'invite'
      ? put('invite', patch.id, { ...patch.body, status: 'revoked' })
      : patch,
  );
}

async function offeredAgainThrough(transaction: Transaction, device: DeviceId): Promise<number> {
  return Number((await transaction.setting(settingOf(device))) ?? 0);
}
