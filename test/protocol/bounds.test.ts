import { describe, expect, test } from 'vitest';

import { mutatorOf } from '#domain/mutators.ts';
import type { BranchId } from '#domain/scalars.ts';
import {
  LAST_BATCH_BYTES,
  MAX_ARGS_BYTES,
  MAX_ASKED,
  MAX_ENVELOPE_BYTES,
  MAX_REQUEST_BYTES,
  MAX_SEGMENT_ENTRIES,
} from '#protocol/bounds.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { entryToBytes } from '#protocol/entry.ts';
import { syncRequestSchema, type SyncRequest } from '#protocol/sync-request.ts';
import { mutationNames } from '#test/support/all-shapes.ts';
import { largestOf } from '#test/support/largest.ts';

const envelope = {
  number: 4_294_967_295,
  claimedAt: 4_102_444_800_000,
  branch: 'x'.repeat(16) as BranchId,
  name: 'x'.repeat(40),
  version: 255,
};

describe('whatever a person can say fits', () => {
  test.each(mutationNames)('the largest %s fits into an entry', (name) => {
    const { args } = mutatorOf(name);
    const largest = largestOf(args);
    const bytes = toBytes(args, largest);
    expect(fromBytes(args, bytes)).toEqual({ ok: true, value: largest });
    expect(bytes.length).toBeLessThanOrEqual(MAX_ARGS_BYTES);
  });

  test('and the bound is near to what the largest needs', () => {
    const sizes = mutationNames.map((name) => toBytes(mutatorOf(name).args, largestOf(mutatorOf(name).args)).length);
    expect(Math.max(...sizes)).toBeGreaterThan(0.9 * MAX_ARGS_BYTES);
  });

  test('the largest envelope fits around the largest arguments', () => {
    const entry = entryToBytes({ ...envelope, args: new Uint8Array(MAX_ARGS_BYTES) });
    expect(entry.length).toBeLessThanOrEqual(MAX_ARGS_BYTES + MAX_ENVELOPE_BYTES);
  });

  test('the largest batch and the largest entry after it fit into a request with everything else in it', () => {
    const signed = { statement: new Uint8Array(500), signature: new Uint8Array(64) };
    const small = new Uint8Array(Math.ceil(LAST_BATCH_BYTES / MAX_SEGMENT_ENTRIES));
    const request: SyncRequest = {
      version: 255,
      device: 'x'.repeat(16) as SyncRequest['device'],
      nonce: new Uint8Array(16),
      sentAt: envelope.claimedAt,
      epoch: 'x'.repeat(16),
      cursor: { number: Number.MAX_SAFE_INTEGER, mark: 'x'.repeat(13) },
      scope: 'x'.repeat(400),
      acknowledgedThrough: 4_294_967_295,
      segment: {
        firstNumber: 4_294_967_295,
        previousHash: new Uint8Array(32),
        entries: [
          ...Array.from({ length: MAX_SEGMENT_ENTRIES - 1 }, () => small),
          new Uint8Array(MAX_ARGS_BYTES + MAX_ENVELOPE_BYTES),
        ],
        headHash: new Uint8Array(32),
        signature: new Uint8Array(64),
      },
      wantsOwnRows: false,
      asked: Array.from({ length: MAX_ASKED }, () => 4_294_967_295),
      credential: signed,
    };
    const bytes = toBytes(syncRequestSchema, request);
    expect(fromBytes(syncRequestSchema, bytes).ok).toBe(true);
    expect(bytes.length).toBeLessThanOrEqual(MAX_REQUEST_BYTES);
  });
});
