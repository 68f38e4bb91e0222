import type { Args } from '#domain/mutators.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';

/** A delivery exactly as the plan has it. */
export function asPlanned(
  { id, run }: Pick<RunInFull, 'id' | 'run'>,
  { index, checkpoint, planned }: StopProgress,
): Args<'deliveryRecord'> {
  const { on, window } = run;
  return {
    run: id,
    stop: index,
    checkpoint,
    on,
    window,
    lines: [...planned],
    reason: null,
    note: '',
    how: 'atStop',
  };
}
