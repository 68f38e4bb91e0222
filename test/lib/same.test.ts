import { describe, expect, test } from 'vitest';

import { fingerprint } from '#lib/fingerprint.ts';
import { isSame } from '#lib/same.ts';

describe('values of the same content', () => {
  test.each([
    [null, null],
    [1, 1],
    [
      [1, ['a']],
      [1, ['a']],
    ],
    [
      { a: 1, b: [null] },
      { b: [null], a: 1 },
    ],
  ])('%j and %j are the same', (a, b) => {
    expect(isSame(a, b)).toBe(true);
  });

  test.each([
    [null, undefined],
    [null, {}],
    [0, '0'],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
    [[], {}],
    [{ a: undefined }, { b: undefined }],
    [{ a: 1 }, { a: 1, b: 1 }],
  ])('%j and %j are not', (a, b) => {
    expect(isSame(a, b)).toBe(false);
    expect(isSame(b, a)).toBe(false);
  });
});

describe('a fingerprint', () => {
  test('is sixteen hexadecimal digits, for ever the same', () => {
    expect(fingerprint('')).toMatch(/^[0-9a-f]{16}$/);
    expect(fingerprint('чай 20')).toBe(fingerprint('чай 20'));
    expect(fingerprint('dana000000000000.7,dana000000000000.3 20000')).toBe('9f74199fa453f3f2');
  });

  test('differs for a hundred thousand texts that differ little', () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, index) => fingerprint(`dana000000000000.${index} 20000`)));
    expect(seen.size).toBe(100_000);
  });
});
