import type { ReturnableStep } from '#domain/returnable.ts';
import type { CountOf } from '#domain/views/recount.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';

/** Of what a count on this run is: at a stop, or at the run's beginning or end. */
export function countAt(
  { id, run }: Pick<RunInFull, 'id' | 'run'>,
  step: ReturnableStep,
  stop?: Pick<StopProgress, 'index' | 'checkpoint'>,
): CountOf {
  return { run: id, stop: stop?.index ?? null, checkpoint: stop?.checkpoint ?? null, on: run.on, step };
}
