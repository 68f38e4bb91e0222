import { describe, expect, test } from 'vitest';

import { plantedBugs, plantedRules } from './world/planted-bugs.ts';
import { runWorld } from './world/run-world.ts';

/** As many worlds as `npm test` looks at. */
const SEEDS = 100;

describe('a mistake in the server is found within the seeds of every test run', () => {
  test.each(plantedBugs)('$name', async ({ name, breaks, spoil, likely }) => {
    const found = await firstBroken(spoil, likely);
    console.log(`${name}: ${found}`);
    const rule = Number(/rule (\d)/.exec(found)?.[1]);
    expect(breaks, found).toContain(rule);
  });
});

describe('a mistake in the rules too, though phones and server share it', () => {
  test.each(plantedRules)('$name', async ({ name, breaks, plant, likely }) => {
    const mend = plant();
    try {
      const found = await firstBroken((storage) => storage, likely);
      console.log(`${name}: ${found}`);
      expect(found).toContain(`rule ${breaks} is broken`);
    } finally {
      mend();
    }
  });
});

/** What the first world says that notices; they are asked from a likely one on, and all of them before it is said that nobody did. */
async function firstBroken(spoil: Parameters<typeof runWorld>[0]['spoil'] & {}, likely = 1): Promise<string> {
  for (let asked = 0; asked < SEEDS; asked += 1) {
    const seed = ((likely - 1 + asked) % SEEDS) + 1;
    try {
      await runWorld({ seed, spoil });
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return 'nobody noticed';
}
