import { expect, test } from 'vitest';

import { runWorld } from './world/run-world.ts';

/**
 * Worlds that found a mistake, in the program or in what was expected of it. What a seed tells changes with the mutations
 * that people can make, so each mistake of the program also has a test of its own beside what was mended.
 */
test.each([
  { seed: 218, mistake: 'this world took itself for quiet while a commit was on its way to an organiser' },
  { seed: 414, mistake: 'rows that a copy made under the name of a phone were taken for unsent ones of that phone' },
  { seed: 500_039, mistake: 'a confirmation that a restored server took up again on its own word was nobody’s change' },
])('seed $seed: $mistake', async ({ seed }) => {
  const { events, mutations } = await runWorld({ seed });
  expect(events).toBeGreaterThan(0);
  expect(mutations).toBeGreaterThan(0);
});
