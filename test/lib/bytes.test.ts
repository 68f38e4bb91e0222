import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bytesToBase32, isBase32, normaliseBase32 } from '#lib/base32.ts';
import { base64UrlToBytes, bytesToBase64, bytesToBase64Url, bytesToHex, concatBytes, isSameBytes } from '#lib/bytes.ts';

const anyBytes = fc.uint8Array({ maxLength: 70 });
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const often = { seed: 20_261_124, numRuns: 500 };

describe('bytes as text', () => {
  test('base64, base64url and hexadecimal are those of the platform', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(bytesToBase64(bytes)).toBe(buffer.toString('base64'));
        expect(bytesToBase64Url(bytes)).toBe(buffer.toString('base64url'));
        expect(bytesToHex(bytes)).toBe(buffer.toString('hex'));
        expect(base64UrlToBytes(bytesToBase64Url(bytes))).toEqual(new Uint8Array(bytes));
      }),
      often,
    );
  });

  test('what is no base64url is refused', () => {
    for (const text of ['a', 'aaaaa', 'a+aa', 'aa==', 'aa a']) expect(base64UrlToBytes(text)).toBeUndefined();
  });

  test('5.3 ten bytes are sixteen characters of base32, without letters that look like others', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const text = bytesToBase32(bytes);
        expect(isBase32(text, 16)).toBe(true);
        expect(text).not.toMatch(/[ilou]/);
        const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
        const expected = bits.match(/.{5}/g)?.map((five) => ALPHABET.charAt(Number.parseInt(five, 2)));
        expect(text).toBe(expected?.join(''));
      }),
      often,
    );
    expect(bytesToBase32(Uint8Array.of(0xff))).toBe('zw');
    // Five bits a character: 00000 00001 00010 00011 00100 00101 00110 00111.
    expect(bytesToBase32(Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7))).toBe('01234567');
  });

  test('5.3 what a person typed is normalised: case, spaces and dashes do not matter, o is 0, i and l are 1', () => {
    expect(normaliseBase32('ABCD-efgh 1iLo')).toBe('abcdefgh1110');
    expect(isBase32(normaliseBase32('O0iI-LlZz'), 8)).toBe(true);
    expect(isBase32('abcdefgu', 8)).toBe(false);
    expect(isBase32('abcdefg', 8)).toBe(false);
  });

  test('bytes are the same only when all of them are, and joined in their order', () => {
    expect(isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
    expect(isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
    expect(isSameBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 0))).toBe(false);
    expect(concatBytes(Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3))).toEqual(Uint8Array.of(1, 2, 3));
  });
});
