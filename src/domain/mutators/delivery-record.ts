import * as v from 'valibot';
import { ok } from '#lib/result.ts';
import { type Context, newRowId } from '../context.ts';
import { deliveryBody, type Flag } from '../delivery.ts';
import { defineMutator } from '../mutation.ts';
import { put, type Rows } from '../rows.ts';
import { day, lines, note, rowId } from '../scalars.ts';

/** What was handed over, where and for which stop. */
export const deliveryFacts = {
  run: v.nullable(rowId),
  stop: deliveryBody.entries.stop,
  checkpoint: rowId,
  on: day,
  window: v.nullable(rowId),
  lines,
  reason: deliveryBody.entries.reason,
  note,
};
const args = v.object({ ...deliveryFacts, how: deliveryBody.entries.how });
type RecordArgs = v.InferOutput<typeof args>;

/** What was handed over, or why it was not. A fact: whatever became of the run, it is kept, and flagged if need be. */
export const deliveryRecord = defineMutator<RecordArgs>({
  version: 1,
  nature: 'fact',
  args,
  reads: (given) => (given.run === null ? [] : [{ kind: 'run', id: given.run }]),
  decide: (rows, given, context) =>
    ok([
      put('delivery', newRowId(context), {
        ...given,
        recordedAt: context.claimedAt,
        member: context.member,
        device: context.device,
        flags: flagsOf(rows, given, context),
        corrections: [],
      }),
    ]),
});

/** What an organiser should look at in a record, as far as the run is known where this runs. */
export function flagsOf(rows: Rows, given: Pick<RecordArgs, 'run' | 'stop' | 'checkpoint'>, context: Context): Flag[] {
  if (given.run === null) return given.stop === null ? [] : ['stopUnknown'];
  const row = rows.find('run', given.run);
  if (row.state === 'unknown') return [];
  if (row.state === 'absent') return ['runUnknown'];
  const run = row.body;
  const flags: Flag[] = [];
  if (run.status === 'cancelled') flags.push('runCancelled');
  if (run.status === 'completed' || run.status === 'abandoned') flags.push('runClosed');
  if (context.role === 'driver' && run.driver !== context.member) flags.push('runNotTheirs');
  if (given.stop !== null && run.stops[given.stop]?.checkpoint !== given.checkpoint) flags.push('stopUnknown');
  return flags;
}
