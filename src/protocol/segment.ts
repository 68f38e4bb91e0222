import * as v from 'valibot';
import { isSameBytes } from '#lib/bytes.ts';
import type { Sha256, Sign, Verify } from '#lib/ports.ts';
import { deviceId } from '#domain/scalars.ts';
import { MAX_ARGS_BYTES, MAX_ENVELOPE_BYTES, MAX_SEGMENT_ENTRIES } from './bounds.ts';
import { toBytes } from './canonical.ts';
import { chainHashes, chainHead } from './chain.ts';
import { bytesUpTo, hashBytes, numberOrNone, organisationId, signatureBytes } from './fields.ts';
import { SUITE } from './version.ts';

/** A slice of one device's log under one signature (SPEC 4). */
export const segmentSchema = v.object({
  firstNumber: v.pipe(numberOrNone, v.minValue(1)),
  previousHash: hashBytes,
  entries: v.pipe(
    v.array(bytesUpTo(MAX_ARGS_BYTES + MAX_ENVELOPE_BYTES)),
    v.minLength(1),
    v.maxLength(MAX_SEGMENT_ENTRIES),
  ),
  headHash: hashBytes,
  signature: signatureBytes,
});
export type Segment = v.InferOutput<typeof segmentSchema>;

/** Whose log it is. */
export type LogName = { readonly organisation: string; readonly device: v.InferOutput<typeof deviceId> };

/** What the signature of a segment is over. */
export const segmentStatementSchema = v.object({
  purpose: v.literal('dastarkhan-segment'),
  suite: v.literal(SUITE),
  organisation: organisationId,
  device: deviceId,
  firstNumber: numberOrNone,
  count: numberOrNone,
  previousHash: hashBytes,
  headHash: hashBytes,
});

/** Signs a slice of the log. Lazy: before the entries are first sent or handed over, never inside a tap. */
export async function sealSegment(
  log: LogName,
  slice: Pick<Segment, 'firstNumber' | 'previousHash' | 'entries'>,
  crypto: { readonly sha256: Sha256; readonly sign: Sign },
): Promise<Segment> {
  const headHash = chainHead(crypto.sha256, slice.previousHash, slice.entries);
  const unsigned = { ...slice, headHash };
  return { ...unsigned, signature: await crypto.sign(signedBytes(log, unsigned)) };
}

/**
 * The chain's hash at each entry, if the last one is the head hash and the device's key signed exactly this slice; else
 * undefined: nothing of it is to be believed.
 */
export async function genuineHashes(
  log: LogName,
  segment: Segment,
  publicKey: Uint8Array,
  crypto: { readonly sha256: Sha256; readonly verify: Verify },
): Promise<readonly Uint8Array[] | undefined> {
  const hashes = chainHashes(crypto.sha256, segment.previousHash, segment.entries);
  const head = hashes.at(-1);
  if (head === undefined || !isSameBytes(head, segment.headHash)) return undefined;
  return (await crypto.verify(publicKey, segment.signature, signedBytes(log, segment))) ? hashes : undefined;
}

/** True for a slice that its device has signed, whole and unaltered. */
export async function isGenuineSegment(...asked: Parameters<typeof genuineHashes>): Promise<boolean> {
  return (await genuineHashes(...asked)) !== undefined;
}

function signedBytes(log: LogName, segment: Omit<Segment, 'signature'>): Uint8Array {
  return toBytes(segmentStatementSchema, {
    purpose: 'dastarkhan-segment',
    suite: SUITE,
    organisation: log.organisation,
    device: log.device,
    firstNumber: segment.firstNumber,
    count: segment.entries.length,
    previousHash: segment.previousHash,
    headHash: segment.headHash,
  });
}
