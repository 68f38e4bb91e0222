import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { defineMutator } from '../mutation.ts';
import { enrolledRole, inviteBody } from '../people.ts';
import { put } from '../rows.ts';
import { instant, inviteId, rowId } from '../scalars.ts';
import { found } from './found.ts';

/**
 * The phone made the secret and shows it; only its hash, the id, leaves the phone. With a member it is for somebody whom
 * the branch knows: another phone of theirs, or the first one of whoever was added by name.
 */
export const inviteCreate = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({
    id: inviteId,
    role: enrolledRole,
    label: inviteBody.entries.label,
    expiresAt: instant,
    member: v.nullable(rowId),
  }),
  reads: (args) => [
    { kind: 'invite', id: args.id },
    ...(args.member === null ? [] : [{ kind: 'member' as const, id: args.member }]),
  ],
  decide: (rows, args, context) => {
    if (rows.find('invite', args.id).state === 'present') return err({ code: 'alreadyThere' });
    // Even another phone of a coordinator is the operator's to give: by it an organiser would see all branches.
    if (args.role === 'coordinator' && context.role !== 'operator') return err({ code: 'notAllowed' });
    const member = args.member === null ? null : found(rows, 'member', args.member);
    if (member?.ok === false) return member;
    if (member !== null && member.value.role !== args.role) return err({ code: 'notAllowed' });
    const { id, ...offered } = args;
    const fromOperator = context.role === 'operator';
    return ok([put('invite', id, { ...offered, status: 'open', usedBy: null, fromOperator })]);
  },
});

export const inviteRevoke = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ id: inviteId }),
  reads: (args) => [{ kind: 'invite', id: args.id }],
  decide: (rows, args) => {
    const invite = found(rows, 'invite', args.id);
    if (!invite.ok) return invite;
    if (invite.value.status === 'used') return err({ code: 'inviteUsed' });
    return ok([put('invite', args.id, { ...invite.value, status: 'revoked' })]);
  },
});
