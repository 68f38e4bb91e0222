import type { Args } from '../mutators.ts';
import type { Line } from '../scalars.ts';
import { deliveredLines, isSameAmounts } from './run-progress.ts';
import { type IdentifiedCount, standingCounts } from './standing-counts.ts';

/** Of what it is a count. */
export type CountOf = Omit<Args<'returnablesCount'>, 'lines' | 'insteadOf'>;

/** What is counted so far for this step of this run, at this stop; each returnable once. */
export function countedSoFar(counts: readonly IdentifiedCount[], of: CountOf): readonly Line[] {
  return deliveredLines(standingOf(counts, of).map(({ body }) => body));
}

/**
 * The counts to record when somebody says how many there are: none when nobody says anything new. What stood for it
 * before stands no longer: the first is put right, and if there were several, the others are emptied.
 */
export function recount(
  counts: readonly IdentifiedCount[],
  of: CountOf,
  said: readonly Line[],
): readonly Args<'returnablesCount'>[] {
  const lines = said.filter(({ count }) => count > 0);
  if (isSameAmounts(lines, countedSoFar(counts, of))) return [];
  const [first, ...others] = standingOf(counts, of);
  return [
    { ...of, lines, insteadOf: first?.id ?? null },
    ...others.map(({ id }) => ({ ...of, lines: [], insteadOf: id })),
  ];
}

/** By place and not by the stop's index: a run whose stops were moved keeps what was left where. */
function standingOf(
  counts: readonly IdentifiedCount[],
  { run, checkpoint, step }: CountOf,
): readonly IdentifiedCount[] {
  return standingCounts(counts).filter(
    ({ body }) => body.run === run && body.checkpoint === checkpoint && body.step === step,
  );
}
