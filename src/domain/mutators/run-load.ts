import * as v from 'valibot';
import { err, ok } from '#lib/result.ts';
import { defineMutator } from '../mutation.ts';
import { put } from '../rows.ts';
import { count, MAX_LINES, rowId } from '../scalars.ts';
import type { LoadLine } from '../sponsors.ts';
import { found } from './found.ts';

/**
 * Says whose food a run carries, all of it at once. Also of a run that is over: who gave the bread is often known only
 * afterwards. Whether a pledge is drawn beyond its amount is a question of many rows, so a view tells it.
 */
export const runLoad = defineMutator({
  version: 1,
  nature: 'plan',
  args: v.object({
    run: rowId,
    lines: v.pipe(v.array(v.object({ pledge: rowId, count })), v.maxLength(MAX_LINES)),
  }),
  reads: ({ run, lines }) => [
    { kind: 'run', id: run },
    ...lines.map(({ pledge }) => ({ kind: 'pledge' as const, id: pledge })),
  ],
  decide: (rows, args) => {
    const run = found(rows, 'run', args.run);
    if (!run.ok) return run;
    const lines: LoadLine[] = [];
    for (const line of args.lines) {
      const pledge = found(rows, 'pledge', line.pledge);
      if (!pledge.ok) return pledge;
      if (pledge.value.status === 'offered') return err({ code: 'notConfirmed' });
      lines.push({ pledge: line.pledge, item: pledge.value.item, count: line.count });
    }
    return ok([put('load', args.run, { lines })]);
  },
});
