import * as v from 'valibot';
import { instant, note, rowId } from './scalars.ts';

/** A count that a screen showed; more than any day has of anything. */
const shown = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000));

/** What stood on the hand-over when somebody signed it. */
export const shiftCounts = v.object({
  gaps: shown,
  overdue: shown,
  silent: shown,
  open: shown,
  promised: shown,
  review: shown,
});
export type ShiftCounts = v.InferOutput<typeof shiftCounts>;

/** That an organiser took the shift over, and with what. A fact: each stands, and the latest is shown. */
export const shiftBody = v.object({
  counts: shiftCounts,
  /** What the one who goes wants the next to know. */
  note,
  /** The phone's claim; the server's own time stands in its log. */
  takenAt: instant,
  member: v.nullable(rowId),
});
export type ShiftBody = v.InferOutput<typeof shiftBody>;
