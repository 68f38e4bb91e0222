import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { defineMutator } from '../mutation.ts';
import { enrolledRole, inviteBody } from '../people.ts';
import { put } from '../rows.ts';
import { instant, inviteId } from '../scalars.ts';
import { found } from './found.ts';

/** The phone made the secret and shows it; only its hash, the id, leaves the phone. */
export const inviteCreate = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ id: inviteId, role: enrolledRole, label: inviteBody.entries.label, expiresAt: instant }),
  reads: (args) => [{ kind: 'invite', id: args.id }],
  decide: (rows, args, context) =>
    rows.find('invite', args.id).state === 'present'
      ? err({ code: 'alreadyThere' })
      : ok([
          put('invite', args.id, {
            role: args.role,
            label: args.label,
            expiresAt: args.expiresAt,
            status: 'open',
            usedBy: null,
            fromOperator: context.role === 'operator',
          }),
        ]),
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
