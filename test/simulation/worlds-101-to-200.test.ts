import { test } from 'vitest';

import { chosenSeeds, limitOf, liveThroughAll } from './world/many-worlds.ts';

const seeds = chosenSeeds(101, 100);

test(
  'SYNC 9: whatever happens to phones, network and server, the invariants hold, and a healed world is quiet',
  () => liveThroughAll(seeds),
  limitOf(seeds),
);
