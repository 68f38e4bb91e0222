import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { addUp, type StorySum } from './world/story.ts';
import { runWorld } from './world/run-world.ts';

const SEEDS = 200;
/** Fewer seeds than these may miss one of the faults. */
const ENOUGH_SEEDS = 150;
/** On a machine that does much else besides. */
const LIMIT_MS = 30_000;
const LIMIT_PER_SEED_MS = 3_000;

/** `SEED=7` looks at one world again, `FROM=201 SEEDS=1000` at more of them, `TRACE=1` tells what happens there. */
const { SEED, FROM, SEEDS: COUNT, TRACE, SUM_FILE } = process.env;
const count = SEED === undefined ? Number(COUNT ?? SEEDS) : 1;
const first = Number(SEED ?? FROM ?? 1);

test(
  'SYNC 9: whatever happens to phones, network and server, the seven invariants hold, and a healed world is quiet',
  async () => {
    const sums: StorySum[] = [];
    const listen = TRACE === undefined ? undefined : (line: string) => console.log(line);
    for (let seed = first; seed < first + count; seed += 1)
      sums.push(await runWorld({ seed, ...(listen === undefined ? {} : { listen }) }));
    const sum = addUp(sums);
    const kinds = Object.entries(sum.faults);
    const faults = kinds.map(([kind, times]) => `${kind} ${times}`).join(', ');
    const line = `${count} seeds, ${sum.events} events, ${sum.mutations} mutations; faults: ${faults}`;
    console.log(line);
    if (SUM_FILE !== undefined) writeFileSync(SUM_FILE, line);
    if (count >= ENOUGH_SEEDS) expect(kinds.filter(([, times]) => times === 0)).toEqual([]);
  },
  LIMIT_MS + count * LIMIT_PER_SEED_MS,
);
