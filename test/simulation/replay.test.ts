import { expect, test } from 'vitest';

import { runWorld } from './world/run-world.ts';

/** What the seeds before told. */
const told: string[] = [];

test.each([3, 11, 42])('seed %i tells the same story each time, and no other seed tells it', async (seed) => {
  const lines: string[] = [];
  const first = await runWorld({ seed, listen: (line) => lines.push(line) });
  const again: string[] = [];
  const second = await runWorld({ seed, listen: (line) => again.push(line) });
  expect(again).toEqual(lines);
  expect(second).toEqual(first);
  expect(lines.length).toBeGreaterThan(100);
  expect(told).not.toContain(first.hash);
  told.push(first.hash);
});
