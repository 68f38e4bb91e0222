import { expect, test } from 'vitest';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { usualCount } from '#domain/views/usual-count.ts';

const tea = 'tea' as RowId;
const run = (on: string, units: number) => ({
  on: on as Day,
  stops: [{ checkpoint: 'bridge' as RowId, lines: [{ item: tea, count: (units * 1_000) as Count }] }],
});

test('the newest run that names the item says how much, and ten where none does', () => {
  expect(usualCount(tea, [run('2026-11-20', 30), run('2026-11-24', 12), run('2026-11-23', 7)])).toBe(12_000);
  expect(usualCount(tea, [run('2026-11-24', 0)])).toBe(10_000);
  expect(usualCount(tea, [])).toBe(10_000);
});
