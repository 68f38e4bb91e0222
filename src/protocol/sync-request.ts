import * as v from 'valibot';
import { MAX_ASKED } from './bounds.ts';
import { cursor, epoch, nonceBytes, numberOrNone, wireVersion } from './fields.ts';
import { segmentSchema } from './segment.ts';
import { signedSchema } from './signed.ts';
import { deviceId, instant } from '#domain/scalars.ts';

/** One round up (SPEC 6): what is new here, and where this device stands. */
export const syncRequestSchema = v.object({
  version: wireVersion,
  device: deviceId,
  nonce: nonceBytes,
  /** The device's clock when it sent; the difference from the server's flags claimed times, and decides nothing. */
  sentAt: instant,
  /** The last epoch heard; null before the first answer. */
  epoch: v.nullable(epoch),
  /** How far the feeds are applied here; null: from the beginning. */
  cursor: v.nullable(cursor),
  /** The audiences that the cursor belongs to; another set on the server means from the beginning. */
  scope: v.nullable(v.pipe(v.string(), v.maxLength(400))),
  /** The log is acknowledged here up to this number; if the server has less, this device offers everything again. */
  acknowledgedThrough: numberOrNone,
  segment: v.nullable(segmentSchema),
  /** Own rows whole instead of one hash: asked after a hash that did not match. */
  wantsOwnRows: v.boolean(),
  /** Numbers of earlier mutations that were deferred or kept aside: what became of them? */
  asked: v.pipe(v.array(numberOrNone), v.maxLength(MAX_ASKED)),
  /** Sent when the server does not know this device (any more). */
  credential: v.nullable(signedSchema),
});
export type SyncRequest = v.InferOutput<typeof syncRequestSchema>;
