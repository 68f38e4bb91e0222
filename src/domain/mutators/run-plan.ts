import * as v from 'valibot';
import { ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import { runBody, stops } from '../run.ts';
import { day, rowId } from '../scalars.ts';
import { checkNamed, namesOfPlan } from './found.ts';

/** Makes a run; every place, window and kitchen that it names must be open by then, and its driver confirmed. */
export const runPlan = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({
    label: runBody.entries.label,
    on: day,
    window: v.nullable(rowId),
    kitchen: v.nullable(rowId),
    driver: v.nullable(rowId),
    stops,
  }),
  reads: (args) => namesOfPlan(args),
  decide: (rows, args, context) => {
    const checked = checkNamed(rows, namesOfPlan(args));
    if (!checked.ok) return checked;
    const begun = { answer: 'none', status: 'planned', reason: '', importedFrom: null, hasLeftPhone: false } as const;
    return ok([put('run', newRowId(context), { ...args, ...begun, loaded: [] })]);
  },
});
