import * as v from 'valibot';
import { day, deviceId, instant, lines, MAX_STOPS, note, rowId } from './scalars.ts';

/** How the record came to be: who reads it later must know how near to the fact it was made. */
export const recordedHow = v.picklist(['atStop', 'endOfRun', 'desk', 'told', 'import', 'review']);
export type RecordedHow = v.InferOutput<typeof recordedHow>;

/** Why less, or nothing, was handed over. */
export const shortReason = v.picklist(['nobodyThere', 'closed', 'roadBlocked', 'refused', 'notEnough', 'other']);
export type ShortReason = v.InferOutput<typeof shortReason>;

/** What an organiser should look at; a flagged fact counts all the same. */
export const flag = v.picklist([
  'runCancelled',
  'runClosed',
  'runNotTheirs',
  'runUnknown',
  'stopUnknown',
  'clockWrong',
]);
export type Flag = v.InferOutput<typeof flag>;

/** So many corrections a delivery names; older ones stay as rows of their own. */
export const MAX_CORRECTIONS = 100;

/** The recorded fact. `lines` empty means that nothing was handed over. */
export const deliveryBody = v.object({
  run: v.nullable(rowId),
  /** Index of the run's stop; null for an unplanned delivery. */
  stop: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STOPS - 1))),
  checkpoint: rowId,
  on: day,
  window: v.nullable(rowId),
  lines,
  reason: v.nullable(shortReason),
  note,
  how: recordedHow,
  /** The phone's claim; the server's own time stands in its log. */
  recordedAt: instant,
  member: v.nullable(rowId),
  device: v.nullable(deviceId),
  flags: v.array(flag),
  /** Ids of its latest corrections in the server's order; the last one says what counts. */
  corrections: v.pipe(v.array(rowId), v.maxLength(MAX_CORRECTIONS)),
});
export type DeliveryBody = v.InferOutput<typeof deliveryBody>;

/** A later fact about a delivery; the delivery itself never changes. */
export const correctionBody = v.object({
  delivery: rowId,
  /** Whose delivery it is about, so that they hear of it whoever corrects it. */
  deliveryMember: v.nullable(rowId),
  /** What counts instead; null when the delivery is withdrawn, as if it had not happened. */
  lines: v.nullable(lines),
  reason: v.nullable(shortReason),
  note,
  recordedAt: instant,
  member: v.nullable(rowId),
});
export type CorrectionBody = v.InferOutput<typeof correctionBody>;
