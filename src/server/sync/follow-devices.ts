import { assert } from '#lib/assert.ts';
import { base64UrlToBytes } from '#lib/bytes.ts';
import type { Standing } from '#domain/context.ts';
import type { MemberBody } from '#domain/people.ts';
import { type Patch, put, rowKeyText } from '#domain/rows.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import type { DeviceRecord } from '../storage/port.ts';
import { applyPatch } from './project.ts';
import { heldState, hold, NOBODY, type Work } from './work.ts';

/** The table that authenticates devices follows the rows of devices and members, in the same transaction. */
export async function followDevices(work: Work, patch: Patch): Promise<void> {
  if (patch.op !== 'put') return;
  if (patch.kind === 'member') {
    for (const record of await work.transaction.devicesOf(patch.id)) {
      await work.transaction.writeDevice({ ...record, standing: standingOf(patch.body) });
    }
  }
  if (patch.kind === 'device') await followDevice(work, patch);
}

/** Takes up again that a member was confirmed, on the server's own signed word. Gives the device as it stands then. */
export async function confirmAgain(work: Work, record: DeviceRecord): Promise<DeviceRecord> {
  const key = { kind: 'member', id: record.member } as const;
  await hold(work, [key]);
  const member = heldState(work, key);
  if (member.state !== 'present') return record;
  const patch = put('member', key.id, { ...(member.body as MemberBody), status: 'active' });
  await applyPatch(work, patch, NOBODY);
  await followDevices(work, patch);
  return (await work.transaction.device(record.device)) ?? record;
}

async function followDevice(work: Work, patch: Extract<Patch, { op: 'put'; kind: 'device' }>): Promise<void> {
  const device = patch.id as string as DeviceId;
  const known = await work.transaction.device(device);
  if (known !== undefined) {
    const revokedAfter = patch.body.status === 'revoked' ? (known.revokedAfter ?? known.storedThrough) : null;
    return work.transaction.writeDevice({ ...known, member: patch.body.member, revokedAfter });
  }
  const signKey = base64UrlToBytes(patch.body.signKey);
  const agreeKey = base64UrlToBytes(patch.body.agreeKey);
  assert(signKey !== undefined && agreeKey !== undefined, `device ${patch.id} has no readable keys`);
  const memberKey = { kind: 'member', id: patch.body.member } as const;
  await hold(work, [memberKey]);
  const member = heldState(work, memberKey);
  assert(member.state === 'present', `${rowKeyText(patch)} belongs to nobody`);
  return work.transaction.writeDevice({
    device,
    branch: work.branch,
    member: patch.body.member,
    standing: standingOf(member.body as MemberBody),
    signKey,
    agreeKey,
    storedThrough: 0,
    headHash: CHAIN_START,
    backedUpThrough: 0,
    revokedAfter: null,
    heardAt: 0,
  });
}

function standingOf(member: MemberBody): Standing {
  return member.status === 'waiting' ? 'waiting' : member.role;
}
