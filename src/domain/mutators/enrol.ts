import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { type EnrolledRole, type InviteBody, publicKey } from '../people.ts';
import type { Rejection } from '../rejection.ts';
import { type Kind, type Patch, put, type Rows } from '../rows.ts';
import { inviteId, name, phone, type RowId } from '../scalars.ts';

const args = v.object({
  invite: inviteId,
  name,
  phone: v.nullable(phone),
  /** What to call this device in the list of phones: "Android, Chrome". */
  label: name,
  signKey: publicKey,
  agreeKey: publicKey,
});
type EnrolArgs = v.InferOutput<typeof args>;

/**
 * The first entry of every device's log, and never a later one. The server has checked, by its own clock, that the
 * newcomer holds the invite's secret and that the invite has not expired. A device whose credential the server signed,
 * and which a restored backup has forgotten, comes back as the member that the credential names: only what is missing
 * is made again, and the invite that it came by cannot be used twice. An invite for a known member adds the device to them.
 */
export const enrol = defineMutator<EnrolArgs>({
  version: 1,
  nature: 'plan',
  args,
  reads: (given, context, rows) => {
    const invite = rows.find('invite', given.invite);
    const invited = invite.state === 'present' ? invite.body.member : null;
    return [
      { kind: 'invite', id: given.invite },
      { kind: 'member', id: memberOf(context) },
      { kind: 'device', id: deviceRowId(context) },
      ...(invited === null ? [] : [{ kind: 'member' as const, id: invited }]),
    ];
  },
  decide: (rows, given, context) => {
    if (context.mutationNumber !== 1) return err({ code: 'notAllowed' });
    return context.role === 'newcomer' ? enter(rows, given, context) : ok(comeBack(rows, given, context));
  },
});

function enter(rows: Rows, given: EnrolArgs, context: Context): Result<readonly Patch[], Rejection> {
  const invite = rows.find('invite', given.invite);
  if (invite.state !== 'present') return err({ code: 'inviteUnknown' });
  if (invite.body.status === 'used') return err({ code: 'inviteUsed' });
  if (invite.body.status === 'revoked') return err({ code: 'inviteRevoked' });
  if (invite.body.member !== null) return enterAs(invite.body.member, rows, given, invite.body, context);
  const isWaiting = invite.body.role === 'organiser' && !invite.body.fromOperator;
  return ok([
    usedInvite(given, invite.body, context),
    member(given, context, invite.body.role, isWaiting ? 'waiting' : 'active'),
    device(given, memberOf(context), context),
  ]);
}

/** The branch knows the person already, by the name that it gave; their telephone is told if nobody knew it. */
function enterAs(
  id: RowId,
  rows: Rows,
  given: EnrolArgs,
  invite: InviteBody,
  context: Context,
): Result<readonly Patch[], Rejection> {
  const known = rows.find('member', id);
  if (known.state !== 'present') return err({ code: 'inviteUnknown' });
  const isNews = known.body.phone === null && given.phone !== null;
  return ok([
    usedInvite(given, invite, context),
    ...(isNews ? [put('member', id, { ...known.body, phone: given.phone })] : []),
    device(given, id, context),
  ]);
}

function comeBack(rows: Rows, given: EnrolArgs, context: Context): readonly Patch[] {
  const invite = rows.find('invite', given.invite);
  const isInviteOpen = invite.state === 'present' && invite.body.status === 'open';
  const status = context.role === 'waiting' ? 'waiting' : 'active';
  return [
    ...(isInviteOpen ? [usedInvite(given, invite.body, context)] : []),
    ...(isThere(rows, 'member', memberOf(context)) ? [] : [member(given, context, roleOf(context), status)]),
    ...(isThere(rows, 'device', deviceRowId(context)) ? [] : [device(given, memberOf(context), context)]),
  ];
}

/** The role that the credential names; an organiser whom nobody has confirmed is one too. */
function roleOf({ role }: Context): EnrolledRole {
  return role === 'driver' || role === 'technicalSupport' || role === 'coordinator' ? role : 'organiser';
}

function isThere(rows: Rows, kind: Kind, id: RowId): boolean {
  return rows.find(kind, id).state === 'present';
}

function usedInvite(given: EnrolArgs, body: InviteBody, context: Context): Patch {
  return put('invite', given.invite, { ...body, status: 'used', usedBy: context.device });
}

function memberOf(context: Context): RowId {
  return context.member ?? newRowId(context);
}

function deviceRowId(context: Context): RowId {
  return context.device as string as RowId;
}

function member(given: EnrolArgs, context: Context, role: EnrolledRole, status: 'active' | 'waiting'): Patch {
  return put('member', memberOf(context), { name: given.name, role, status, phone: given.phone });
}

function device(given: EnrolArgs, member: RowId, context: Context): Patch {
  return put('device', deviceRowId(context), {
    member,
    label: given.label,
    signKey: given.signKey,
    agreeKey: given.agreeKey,
    status: 'active',
  });
}
