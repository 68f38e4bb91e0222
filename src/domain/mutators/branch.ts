import { ok } from '#lib/result.ts';
import { branchBody } from '../branch.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import type { RowId } from '../scalars.ts';

/** Names the branch and sets its clock. */
export const branchAmend = defineMutator({
  version: 1,
  nature: 'plan',
  args: branchBody,
  reads: () => [],
  decide: (_rows, args, context) => ok([put('branch', context.branch as string as RowId, args)]),
});
