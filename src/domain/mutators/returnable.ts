import * as v from 'valibot';
import { ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { returnableBody, returnableCountBody } from '../returnable.ts';
import { put } from '../rows.ts';
import { plainRowMutators } from './plain-row.ts';

export const returnableMutators = plainRowMutators('returnable', v.omit(returnableBody, ['status']));

/** What was counted is counted: whatever became of the run, nothing is asked and nothing refused. */
export const returnablesCount = defineMutator({
  version: 1,
  nature: 'fact',
  args: v.omit(returnableCountBody, ['recordedAt', 'member']),
  reads: () => [],
  decide: (_rows, args, context) =>
    ok([put('returnableCount', newRowId(context), { ...args, recordedAt: context.claimedAt, member: context.member })]),
});
