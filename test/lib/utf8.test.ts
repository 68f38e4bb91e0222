import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { readUtf8, utf8Length, writeUtf8 } from '#lib/utf8.ts';

function encoded(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  writeUtf8(text, bytes, 0);
  return bytes;
}
const read = (...bytes: readonly number[]) => readUtf8(Uint8Array.from(bytes), 0, bytes.length);

/** Characters of every length, without halves. */
const point = fc.oneof(
  fc.integer({ min: 0, max: 0x7f }),
  fc.integer({ min: 0x80, max: 0x7ff }),
  fc.integer({ min: 0x800, max: 0xd7ff }),
  fc.integer({ min: 0xe000, max: 0x10ffff }),
);
const anyText = fc.array(point, { maxLength: 60 }).map((points) => String.fromCodePoint(...points));

describe('UTF-8', () => {
  test('is what the platform writes and reads, for any text', () => {
    let beyondAscii = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const bytes = new TextEncoder().encode(text);
        if (bytes.length > text.length) beyondAscii += 1;
        expect(Buffer.from(encoded(text)).equals(bytes)).toBe(true);
        expect(readUtf8(bytes, 0, bytes.length)).toBe(text);
      }),
      { seed: 20_261_124, numRuns: 500 },
    );
    expect(beyondAscii).toBeGreaterThan(250);
  });

  test('a text longer than one piece is read whole', () => {
    const text = 'Зеренда 🍵 tea '.repeat(2_000);
    const bytes = encoded(text);
    expect(readUtf8(bytes, 0, bytes.length)).toBe(text);
  });

  test('any bytes are read as the strict platform decoder reads them, or refused like there', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const lead = fc.constantFrom(0x41, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff);
    const follow = fc.constantFrom(0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0x41);
    let refusedCount = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(lead, follow, follow), { maxLength: 8 }), (numbers) => {
        let expected: string | undefined;
        try {
          expected = strict.decode(Uint8Array.from(numbers));
        } catch {
          refusedCount += 1;
        }
        expect(read(...numbers)).toBe(expected);
      }),
      { seed: 20_261_124, numRuns: 3_000 },
    );
    expect(refusedCount).toBeGreaterThan(1_000);
    expect(refusedCount).toBeLessThan(3_000);
  });

  test('a spelling longer than needed, half a character, and what lies beyond the last one are refused', () => {
    expect(read(0xc0, 0x80)).toBeUndefined();
    expect(read(0xe0, 0x80, 0x80)).toBeUndefined();
    expect(read(0xed, 0xa0, 0x80)).toBeUndefined();
    expect(read(0xf4, 0x90, 0x80, 0x80)).toBeUndefined();
    expect(read(0xd0)).toBeUndefined();
  });

  test('half a character cannot be written', () => {
    expect(() => encoded('\ud800')).toThrow('half a character');
    expect(() => encoded('a\udc00b')).toThrow('half a character');
  });
});
