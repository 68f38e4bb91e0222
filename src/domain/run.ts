import * as v from 'valibot';
import { day, lines, MAX_STOPS, name, nameOrEmpty, note, rowId } from './scalars.ts';

/** A visit to a checkpoint on a run. */
export const stop = v.object({ checkpoint: rowId, lines });
export type Stop = v.InferOutput<typeof stop>;
export const stops = v.pipe(v.array(stop), v.minLength(1), v.maxLength(MAX_STOPS));

/**
 * What became of a run; the driver's answer stands beside it.
 *
 *   planned --depart--> underWay --complete--> completed
 *      |                    `-----abandon----> abandoned
 *      `----cancel-------> cancelled
 */
export const runStatus = v.picklist(['planned', 'underWay', 'completed', 'abandoned', 'cancelled']);
export type RunStatus = v.InferOutput<typeof runStatus>;

/** One driver's planned journey in one meal window of one day. */
export const runBody = v.object({
  label: nameOrEmpty,
  on: day,
  window: v.nullable(rowId),
  kitchen: v.nullable(rowId),
  driver: v.nullable(rowId),
  answer: v.picklist(['none', 'accepted', 'declined']),
  stops,
  /** What the driver ticked as loaded; empty until departure. */
  loaded: lines,
  status: runStatus,
  /** Why it was cancelled or abandoned; empty otherwise. */
  reason: note,
  /** Where an imported run came from; null for a run made here. */
  importedFrom: v.nullable(name),
  /** Some days after its day the run and its places leave the driver's phone; organisers keep it. */
  hasLeftPhone: v.boolean(),
});
export type RunBody = v.InferOutput<typeof runBody>;
