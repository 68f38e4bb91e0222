import * as v from 'valibot';
import { ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import { shiftBody } from '../shift.ts';

/** Whoever takes over signs what they were shown. Nothing is asked and nothing refused. */
export const shiftTakeOver = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.omit(shiftBody, ['takenAt', 'member']),
  reads: () => [],
  decide: (_rows, args, context) =>
    ok([put('shift', newRowId(context), { ...args, takenAt: context.claimedAt, member: context.member })]),
});
