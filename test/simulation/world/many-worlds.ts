import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';

import { runWorld } from './run-world.ts';
import { addUp, type StorySum } from './story.ts';

/** Fewer seeds than these may miss one of the faults. */
export const ENOUGH_SEEDS = 100;
/** On a machine that does much else besides. */
const LIMIT_MS = 30_000;
const LIMIT_PER_SEED_MS = 4_000;

/** `SEED=7` looks at one world again, `FROM=201 SEEDS=1000` at others, `TRACE=1` tells what happens there. */
const { SEED, FROM, SEEDS, TRACE, SUM_FILE } = process.env;

/** Which worlds to live through: as many as asked, unless somebody wants to see others. */
export function chosenSeeds(from: number, count: number): readonly number[] {
  const first = Number(SEED ?? FROM ?? from);
  const length = SEED === undefined ? Number(SEEDS ?? count) : 1;
  return Array.from({ length }, (_, index) => first + index);
}

export function limitOf(seeds: readonly number[]): number {
  return LIMIT_MS + seeds.length * LIMIT_PER_SEED_MS;
}

/** The last line of `npm run simulate`. */
export function say(line: string): void {
  console.log(line);
  if (SUM_FILE !== undefined) writeFileSync(SUM_FILE, line);
}

/** Lives through them all, and says in the last line what happened; none of the kinds of faults was left out. */
export async function liveThroughAll(seeds: readonly number[]): Promise<void> {
  const sums: StorySum[] = [];
  const listening = TRACE === undefined ? {} : { listen: (line: string) => console.log(line) };
  for (const seed of seeds) sums.push(await runWorld({ seed, ...listening }));
  const { events, mutations, pages, readings, acts, disagreements, faults } = addUp(sums);
  const kinds = Object.entries(faults);
  const counts = kinds.map(([kind, times]) => `${kind} ${times}`).join(', ');
  const line = `${seeds.length} seeds, ${events} events, ${mutations} mutations, ${pages} sponsors’ pages, ${readings} readings of a second branch, ${acts} acts in both, ${disagreements} disagreements; faults: ${counts}`;
  say(line);
  if (seeds.length < ENOUGH_SEEDS) return;
  expect(pages).toBeGreaterThan(seeds.length);
  expect(readings).toBeGreaterThan(seeds.length / 4);
  expect(acts).toBeGreaterThan(0);
  if (seeds.length >= ENOUGH_SEEDS) expect(disagreements).toBeGreaterThan(seeds.length / 5);
  expect(kinds.filter(([, times]) => times === 0)).toEqual([]);
}
