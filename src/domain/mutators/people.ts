import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import { name, phone, rowId } from '../scalars.ts';
import { found } from './found.ts';

/** A volunteer without a phone of their own yet: runs can be given to them, and told or written down by others. */
export const memberAdd = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ name, phone: v.nullable(phone) }),
  reads: () => [],
  decide: (_rows, args, context) =>
    ok([put('member', newRowId(context), { ...args, role: 'driver', status: 'active' })]),
});

/** An organiser vouches for another whom an organiser invited. */
export const memberConfirm = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ member: rowId }),
  reads: (args) => [{ kind: 'member', id: args.member }],
  decide: (rows, args) => {
    const member = found(rows, 'member', args.member);
    return member.ok ? ok([put('member', args.member, { ...member.value, status: 'active' })]) : member;
  },
});

/** A lost or stolen phone: later work is kept aside for an organiser. A device cannot revoke itself by accident. */
export const deviceRevoke = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ device: rowId }),
  reads: (args) => [{ kind: 'device', id: args.device }],
  decide: (rows, args, context) => {
    if (args.device === (context.device as string)) return err({ code: 'ownDevice' });
    const device = found(rows, 'device', args.device);
    return device.ok ? ok([put('device', args.device, { ...device.value, status: 'revoked' })]) : device;
  },
});
