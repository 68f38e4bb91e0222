import { describe, expect, test } from 'vitest';

import { isLowS, normaliseS } from '#lib/low-s.ts';
import { testKey, verifySignature } from '#test/support/crypto.ts';

const { sign, signHigh, publicKey } = testKey('low s');
const message = Uint8Array.of(1, 2, 3);

describe('a signature has one spelling', () => {
  test('4.2 the higher s becomes the lower one, and the lower one stays', async () => {
    const low = await sign(message);
    const high = await signHigh(message);
    expect(isLowS(low)).toBe(true);
    expect(isLowS(high)).toBe(false);
    expect(isLowS(normaliseS(high))).toBe(true);
    expect(normaliseS(high).slice(0, 32)).toEqual(high.slice(0, 32));
    expect(normaliseS(low)).toEqual(low);
    expect(await verifySignature(publicKey, normaliseS(high), message)).toBe(true);
  });

  test('4.2 the middle of the group is low, one more is high', () => {
    const half = '7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8';
    const withS = (s: string) => new Uint8Array(Buffer.from('11'.repeat(32) + s, 'hex'));
    expect(isLowS(withS(half))).toBe(true);
    expect(isLowS(withS(half.replace(/a8$/, 'a9')))).toBe(false);
  });

  test('what is not 64 bytes is no signature', () => {
    expect(isLowS(new Uint8Array(63))).toBe(false);
    expect(isLowS(new Uint8Array(65))).toBe(false);
  });
});
