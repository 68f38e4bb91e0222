import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { importClaimId } from '../claims.ts';
import { type Context, newRowId } from '../context.ts';
import { defineMutator } from '../mutation.ts';
import { type Patch, put } from '../rows.ts';
import { runBody, type Stop, stops } from '../run.ts';
import { type Day, day, name, type RowId, rowId } from '../scalars.ts';

/**
 * A past run from a file: it was driven and delivered as it stands, by people whom the file does not name. `source` is
 * derived from the file's content, so the same file twice changes nothing.
 */
export const runImport = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({ source: name, label: runBody.entries.label, on: day, window: v.nullable(rowId), stops }),
  reads: (args) => [{ kind: 'claim', id: importClaimId(args.source) }],
  decide: (rows, args, context) => {
    const claim = importClaimId(args.source);
    if (rows.find('claim', claim).state === 'present') return err({ code: 'alreadyImported' });
    const run = newRowId(context);
    return ok([
      put('claim', claim, { owner: run }),
      put('run', run, {
        label: args.label,
        on: args.on,
        window: args.window,
        kitchen: null,
        driver: null,
        answer: 'none',
        stops: args.stops,
        loaded: [],
        status: 'completed',
        reason: '',
        importedFrom: args.source,
        hasLeftPhone: true,
      }),
      ...args.stops.map((stop, index) => past(run, stop, index, args, context)),
    ]);
  },
});

function past(
  run: RowId,
  stop: Stop,
  index: number,
  args: { readonly on: Day; readonly window: RowId | null },
  context: Context,
): Patch {
  return put('delivery', newRowId(context, index + 1), {
    run,
    stop: index,
    checkpoint: stop.checkpoint,
    on: args.on,
    window: args.window,
    lines: stop.lines,
    reason: null,
    note: '',
    how: 'import',
    recordedAt: context.claimedAt,
    member: null,
    device: null,
    flags: [],
    corrections: [],
  });
}
