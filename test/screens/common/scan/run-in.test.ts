import { expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { runIn } from '#screens/common/scan/run-in.ts';
import { runLink } from '#screens/organiser/print/run-link.ts';

test('the picture on a run sheet names its run, and nothing else does', () => {
  const run = 'abcdefghijklmnop.12' as RowId;
  expect(runIn(runLink('https://food.example.org', run))).toBe(run);
  expect(runIn(` https://food.example.org/run/${run}/ `)).toBe(run);
  for (const other of ['https://food.example.org/enrol#abcd2345efgh', 'https://food.example.org/runs/new', '12', ''])
    expect(runIn(other)).toBeUndefined();
});
