import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { type EnrolledRole, publicKey } from '../people.ts';
import type { Rejection } from '../rejection.ts';
import { type Patch, put, type Rows } from '../rows.ts';
import { name, phone, type RowId, rowId } from '../scalars.ts';

const args = v.object({
  invite: rowId,
  name,
  phone: v.nullable(phone),
  /** What to call this device in the list of phones: "Android, Chrome". */
  label: name,
  signKey: publicKey,
  agreeKey: publicKey,
});
type EnrolArgs = v.InferOutput<typeof args>;

/**
 * The first entry of every device's log. The server has checked, by its own clock, that the newcomer holds the invite's
 * secret and that the invite has not expired. A device whose credential the server signed, and which a restored
 * backup has forgotten, comes back as the member that the credential names; its invite may be gone, and is not asked.
 */
export const enrol = defineMutator<EnrolArgs>({
  version: 1,
  nature: 'plan',
  args,
  reads: (given, context) => [
    { kind: 'invite', id: given.invite },
    { kind: 'member', id: memberOf(context) },
  ],
  decide: (rows, given, context) =>
    context.role === 'newcomer' ? enter(rows, given, context) : comeBack(rows, given, context),
});

function enter(rows: Rows, given: EnrolArgs, context: Context): Result<readonly Patch[], Rejection> {
  const invite = rows.find('invite', given.invite);
  if (invite.state !== 'present') return err({ code: 'inviteUnknown' });
  if (invite.body.status === 'used') return err({ code: 'inviteUsed' });
  if (invite.body.status === 'revoked') return err({ code: 'inviteRevoked' });
  const isWaiting = invite.body.role === 'organiser' && !invite.body.fromOperator;
  return ok([
    put('invite', given.invite, { ...invite.body, status: 'used', usedBy: context.device }),
    member(given, context, invite.body.role, isWaiting ? 'waiting' : 'active'),
    device(given, context),
  ]);
}

function comeBack(rows: Rows, given: EnrolArgs, context: Context): Result<readonly Patch[], Rejection> {
  const known = rows.find('member', memberOf(context)).state === 'present';
  const role = context.role === 'driver' ? 'driver' : 'organiser';
  const status = context.role === 'waiting' ? 'waiting' : 'active';
  return ok(known ? [device(given, context)] : [member(given, context, role, status), device(given, context)]);
}

function memberOf(context: Context): RowId {
  return context.member ?? newRowId(context);
}

function member(given: EnrolArgs, context: Context, role: EnrolledRole, status: 'active' | 'waiting'): Patch {
  return put('member', memberOf(context), { name: given.name, role, status, phone: given.phone });
}

function device(given: EnrolArgs, context: Context): Patch {
  return put('device', context.device as string as RowId, {
    member: memberOf(context),
    label: given.label,
    signKey: given.signKey,
    agreeKey: given.agreeKey,
    status: 'active',
  });
}
