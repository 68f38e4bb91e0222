import { availabilityFields } from '../availability.ts';
import { rowId } from '../scalars.ts';
import { setRow } from './set-row.ts';

/** When somebody is free, and where they would start: a driver says so of themself, an organiser of anybody. */
export const availabilitySet = setRow({ member: rowId }, availabilityFields, {
  kind: 'availability',
  idOf: ({ member }) => member,
  bodyOf: ({ member }, { kitchen, checkpoint, weekly, days }) => ({ member, kitchen, checkpoint, weekly, days }),
  names: ({ member }) => [{ kind: 'member', id: member }],
  mayBy: ({ member }, context) => context.role !== 'driver' || context.member === member,
});
