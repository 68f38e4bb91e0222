import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Count, RowId } from '#domain/scalars.ts';
import { type Spoken, spokenCheck } from '#domain/spoken-check.ts';

const spoken = fc.record({
  code: fc.integer({ min: 1, max: 99_999 }).map(String),
  item: fc.constantFrom('0123456789abcdef.7', 'zyxwvtsrqpnmkjhg.12.3', 'tea').map((id) => id as RowId),
  count: fc.integer({ min: 0, max: 1_000_000 }).map((units) => (units * 1_000) as Count),
});

test('two digits, the same for the same words, as ISO 7064 has them', () => {
  // The whole number with its check digits behind leaves 1 when it is divided by 97.
  const words: Spoken = { code: '12', item: '7' as RowId, count: 20_000 as Count };
  expect(BigInt(`0001270000020000${spokenCheck(words)}`) % 97n).toBe(1n);
  fc.assert(
    fc.property(spoken, (said) => {
      expect(spokenCheck(said)).toMatch(/^\d\d$/);
    }),
  );
});

test('one digit of the place or the amount misheard, or two that changed places, never fit', () => {
  let tried = 0;
  fc.assert(
    fc.property(spoken, fc.nat(), fc.integer({ min: 1, max: 9 }), (said, at, by) => {
      const changed = (text: string): readonly string[] => {
        const index = at % text.length;
        const digit = String((Number(text[index]) + by) % 10);
        const swapped = [...text.slice(0, index), text[index + 1] ?? '', text[index] ?? '', text.slice(index + 2)];
        return [`${text.slice(0, index)}${digit}${text.slice(index + 1)}`, swapped.join('')];
      };
      for (const code of changed(said.code)) {
        if (code === said.code) continue;
        tried += 1;
        expect(spokenCheck({ ...said, code })).not.toBe(spokenCheck(said));
      }
      for (const count of changed(String(said.count)).map(Number)) {
        if (count === said.count || !Number.isFinite(count)) continue;
        tried += 1;
        expect(spokenCheck({ ...said, count: count as Count })).not.toBe(spokenCheck(said));
      }
    }),
  );
  expect(tried).toBeGreaterThan(150);
});
