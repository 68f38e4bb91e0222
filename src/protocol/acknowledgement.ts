import * as v from 'valibot';
import { deviceId, instant } from '#domain/scalars.ts';
import { epoch, hashBytes, nonceBytes, numberOrNone, organisationId } from './fields.ts';
import { SUITE } from './version.ts';

/**
 * What the server states over the request's nonce (SPEC 7). Nothing else is ever taken for "on the server": not a
 * status 200, not an empty queue.
 */
export const acknowledgementSchema = v.object({
  purpose: v.literal('dastarkhan-acknowledgement'),
  suite: v.literal(SUITE),
  organisation: organisationId,
  device: deviceId,
  nonce: nonceBytes,
  epoch,
  /** The log is durably stored up to this number, without a gap. */
  storedThrough: numberOrNone,
  /** The log's hash there; another one on the phone means a fork. */
  headHash: hashBytes,
  /** And up to this number in a backup elsewhere: the phone may forget those entries. */
  backedUpThrough: numberOrNone,
  serverAt: instant,
  /** SHA-256 of the answer's body, so that the whole answer is the server's. */
  bodyHash: hashBytes,
});
export type Acknowledgement = v.InferOutput<typeof acknowledgementSchema>;
