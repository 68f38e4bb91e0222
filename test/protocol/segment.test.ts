import { beforeAll, describe, expect, test } from 'vitest';

import type { DeviceId } from '#domain/scalars.ts';
import { MAX_SEGMENT_ENTRIES } from '#protocol/bounds.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import { isGenuineSegment, sealSegment, type Segment, segmentSchema } from '#protocol/segment.ts';
import { sha256, testKey, verifySignature } from '#test/support/crypto.ts';

const key = testKey('segments');
const log = { organisation: '0dastarkhan00000', device: 'aigul00000000000' as DeviceId };
const entries = [1, 2, 3].map((byte) => new Uint8Array(20).fill(byte));
const crypto = { sha256, verify: verifySignature };
let segment: Segment;
beforeAll(async () => {
  const slice = { firstNumber: 1, previousHash: CHAIN_START, entries };
  segment = await sealSegment(log, slice, { sha256, sign: key.sign });
});
const isGenuine = (other: Partial<Segment>, of = log, by = key.publicKey) =>
  isGenuineSegment(of, { ...segment, ...other }, by, crypto);

describe('4.3 a segment is taken whole or not at all', () => {
  test('as it was signed it is genuine', async () => {
    expect(await isGenuine({})).toBe(true);
    expect(segment.headHash).toEqual(chainHead(sha256, CHAIN_START, entries));
  });

  test('without its last entry it is not, nor with one more, another one, or in another order', async () => {
    const [first, second, third] = entries as [Uint8Array, Uint8Array, Uint8Array];
    for (const altered of [
      [first, second],
      [second, third],
      [...entries, third],
      [first, second, third.with(19, 0)],
      [second, first, third],
    ]) {
      expect(await isGenuine({ entries: altered })).toBe(false);
      // Not even with the head that would follow from them: that one was not signed.
      expect(await isGenuine({ entries: altered, headHash: chainHead(sha256, CHAIN_START, altered) })).toBe(false);
    }
  });

  test('4.1 the signature names the organisation, the device, the place in the log and the hash before', async () => {
    const previousHash = CHAIN_START.with(0, 1);
    expect(await isGenuine({ firstNumber: 2 })).toBe(false);
    expect(await isGenuine({ previousHash })).toBe(false);
    expect(await isGenuine({ previousHash, headHash: chainHead(sha256, previousHash, entries) })).toBe(false);
    expect(await isGenuine({}, { ...log, organisation: '1dastarkhan00000' })).toBe(false);
    expect(await isGenuine({}, { ...log, device: 'bolat00000000000' as DeviceId })).toBe(false);
  });

  test('4.2 of another key, with a broken signature, or with high s it is not', async () => {
    expect(await isGenuine({}, log, testKey('somebody else').publicKey)).toBe(false);
    expect(await isGenuine({}, log, new Uint8Array(65))).toBe(false);
    expect(await isGenuine({ signature: segment.signature.with(0, (segment.signature[0] ?? 0) ^ 1) })).toBe(false);
    expect(await isGenuine({ signature: new Uint8Array(64) })).toBe(false);
    const slice = { firstNumber: 1, previousHash: CHAIN_START, entries };
    const high = await sealSegment(log, slice, { sha256, sign: key.signHigh });
    expect(await isGenuineSegment(log, high, key.publicKey, crypto)).toBe(false);
  });

  test('cut anywhere it is malformed', () => {
    const bytes = toBytes(segmentSchema, segment);
    for (let length = 0; length < bytes.length; length += 1) {
      expect(fromBytes(segmentSchema, bytes.slice(0, length)).ok).toBe(false);
    }
    expect(fromBytes(segmentSchema, bytes).ok).toBe(true);
  });

  test('without entries, from entry 0, or with too many it is malformed', () => {
    const read = (other: Partial<Segment>) =>
      fromBytes(segmentSchema, toBytes(segmentSchema, { ...segment, ...other })).ok;
    const one = new Uint8Array(1);
    expect(read({ entries: [] })).toBe(false);
    expect(read({ firstNumber: 0 })).toBe(false);
    expect(read({ entries: Array.from({ length: MAX_SEGMENT_ENTRIES + 1 }, () => one) })).toBe(false);
    expect(read({ entries: Array.from({ length: MAX_SEGMENT_ENTRIES }, () => one) })).toBe(true);
    expect(read({ headHash: new Uint8Array(31) })).toBe(false);
    expect(read({ signature: new Uint8Array(65) })).toBe(false);
  });

  test('what is read stands by itself: it keeps no message alive', () => {
    const read = fromBytes(segmentSchema, toBytes(segmentSchema, segment));
    expect(read.ok && read.value.entries.map((entry) => entry.buffer.byteLength)).toEqual([20, 20, 20]);
  });
});
