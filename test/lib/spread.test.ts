import fc from 'fast-check';
import { expect, test } from 'vitest';

import { spread } from '#lib/spread.ts';

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

test('spreads in proportion, and loses nothing to rounding', () => {
  expect(spread([30, 10], [20, 20])).toEqual([
    [15, 15],
    [5, 5],
  ]);
  expect(spread([0, 0], [0])).toEqual([[0], [0]]);
  expect(spread([1, 1, 1], [2, 1])).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
  ]);
});

test('each row and each column adds up to the last unit, and nothing is negative, whatever the amounts', () => {
  const amounts = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(amounts, amounts, (rows, columns) => {
      const [most, least] = [Math.max(sum(rows), sum(columns)), Math.min(sum(rows), sum(columns))];
      const level = (side: number[]) => (sum(side) === least ? [...side, most - least] : [...side, 0]);
      const [left, top] = [level(rows), level(columns)];
      if (sum(left) !== sum(top)) top.push(sum(left) - sum(top));
      const cells = spread(left, top);
      expect(cells.map(sum)).toEqual(left);
      expect(top.map((_, index) => sum(cells.map((row) => row[index] ?? 0)))).toEqual(top);
      expect(Math.min(...cells.flat())).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});
