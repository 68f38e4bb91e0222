import { expect, test } from 'vitest';

import { runWorld } from './world/run-world.ts';

test.each([3, 11, 42])('seed %i tells the same story each time', async (seed) => {
  const lines: string[] = [];
  const first = await runWorld({ seed, listen: (line) => lines.push(line) });
  const again: string[] = [];
  const second = await runWorld({ seed, listen: (line) => again.push(line) });
  expect(again).toEqual(lines);
  expect(second).toEqual(first);
  expect(lines.length).toBeGreaterThan(100);
});

test('another seed tells another story', async () => {
  expect((await runWorld({ seed: 3 })).hash).not.toBe((await runWorld({ seed: 4 })).hash);
});
