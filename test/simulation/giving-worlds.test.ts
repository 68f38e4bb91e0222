import { expect, test } from 'vitest';

import { runGivingWorld } from './world/giving-world.ts';
import { chosenSeeds, ENOUGH_SEEDS, limitOf, say } from './world/many-worlds.ts';

const seeds = chosenSeeds(1, 150);

test(
  'SYNC 9: whatever a branch does, a sponsor is told no private byte',
  async () => {
    const looked = { pages: 0, runs: 0, pictures: 0, bytes: 0 };
    for (const seed of seeds) {
      const { found, ...world } = await runGivingWorld(seed);
      expect(found, `seed ${seed}`).toEqual([]);
      for (const what of ['pages', 'runs', 'pictures', 'bytes'] as const) looked[what] += world[what];
    }
    say(`${seeds.length} giving worlds: ${JSON.stringify(looked)}`);
    if (seeds.length < ENOUGH_SEEDS) return;
    for (const [what, count] of Object.entries(looked)) expect(count, what).toBeGreaterThan(seeds.length / 4);
  },
  limitOf(seeds),
);
