import type { Line } from '../scalars.ts';
import { less } from './returnables-of-run.ts';

type Lines = { readonly lines: readonly Line[] };

/**
 * What was loaded and not handed over: what should still be in the car. Items of which nothing is left are not named.
 * @param besides what was handed over on the run beside its stops
 */
export function leftovers(
  loaded: readonly Line[],
  stops: readonly { readonly records: readonly Lines[] }[],
  besides: readonly Lines[],
): readonly Line[] {
  const delivered = [...stops.flatMap(({ records }) => records), ...besides];
  return less(
    loaded,
    delivered.flatMap(({ lines }) => lines),
  );
}
