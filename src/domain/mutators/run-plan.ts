import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { put, type RowKey } from '../rows.ts';
import { runBody, stops } from '../run.ts';
import { day, rowId } from '../scalars.ts';
import { mayExist } from './found.ts';

/** Makes a run; every place, window and driver that it names must exist by then. */
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
  reads: (args) => named(args),
  decide: (rows, args, context) =>
    named(args).every((key) => mayExist(rows, key.kind, key.id))
      ? ok([
          put('run', newRowId(context), {
            ...args,
            answer: 'none',
            loaded: [],
            status: 'planned',
            reason: '',
            importedFrom: null,
            hasLeftPhone: false,
          }),
        ])
      : err({ code: 'notFound' }),
});

function named(
  args: Pick<v.InferOutput<typeof runBody>, 'window' | 'kitchen' | 'driver' | 'stops'>,
): readonly RowKey[] {
  const keys: RowKey[] = args.stops.map((stop) => ({ kind: 'checkpoint', id: stop.checkpoint }));
  if (args.window !== null) keys.push({ kind: 'mealWindow', id: args.window });
  if (args.kitchen !== null) keys.push({ kind: 'kitchen', id: args.kitchen });
  if (args.driver !== null) keys.push({ kind: 'member', id: args.driver });
  return keys;
}
