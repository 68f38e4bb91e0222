import * as v from 'valibot';
import { day, instant, rowId } from './scalars.ts';

/** A picture is made no larger than this before it leaves a phone: seconds on a poor link, and a hundred of them fit on it. */
export const MAX_PHOTO_BYTES = 120_000;

/** A picture is named by what it shows: SHA-256 of its bytes in base32. */
export const photoHash = v.pipe(v.string(), v.regex(/^[0-9a-z]{52}$/));

/**
 * That there is a picture of the goods that were handed over. The picture itself travels apart from all records (SPEC 13),
 * and may come hours later or never. It has no text, and of whose phone it is speaks its id alone.
 */
export const photoBody = v.object({
  delivery: rowId,
  /** The delivery's run and day, so that neither has to be looked up. */
  run: v.nullable(rowId),
  on: day,
  hash: photoHash,
  byteCount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PHOTO_BYTES)),
  /** The phone's claim. */
  takenAt: instant,
  member: v.nullable(rowId),
  /** Sponsors see what is released, and nothing else. What is withdrawn is deleted on the server, and stays so. */
  status: v.picklist(['kept', 'released', 'withdrawn']),
});
export type PhotoBody = v.InferOutput<typeof photoBody>;
