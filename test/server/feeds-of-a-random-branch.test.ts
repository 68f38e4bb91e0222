import { afterAll, describe, expect, test } from 'vitest';

import type { Audience } from '#domain/audiences.ts';
import { type Patch, rowKeyText } from '#domain/rows.ts';
import { rowJson } from '#protocol/row-json.ts';
import { nodeRandom } from '#server/auth/node-crypto.ts';
import { applyPatch } from '#server/sync/project.ts';
import { beginWork, finishWork, NOBODY } from '#server/sync/work.ts';
import { sha256 } from '#test/support/crypto.ts';
import { type Feeds, freshFeeds } from '#test/support/fresh-feeds.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { nextAct } from '#test/support/random-branch.ts';
import { seededChance, seeds } from '#test/support/seeded.ts';
import { BRANCH, newTestBranch, NOON, type TestBranch } from '#test/support/test-branch.ts';

const SEEDS = seeds(8);
const ACTS = 300;
/** Commits are looked at this often, so that several mutations share one too. */
const ACTS_TO_A_COMMIT = 5;
const seen = { commits: 0, rows: 0, departures: 0 };

type Held = Readonly<Record<string, Readonly<Record<string, string>>>>;

describe.each(SEEDS)('8.8 in a random branch, seed %i', (seed) => {
  test('the feeds that the server keeps step by step hold what a fresh look at the rows would show, and nothing besides', async () => {
    const chance = seededChance(seed);
    const branch = newTestBranch();
    const storage = memoryStorage();
    const audiences = new Set<Audience>();
    for (let commit = 0; commit < ACTS / ACTS_TO_A_COMMIT; commit += 1) {
      const patches = Array.from({ length: ACTS_TO_A_COMMIT }, () => act(branch, chance)).flat();
      await storage.transact(BRANCH, async (transaction) => {
        const work = await beginWork(transaction, BRANCH, NOON);
        for (const patch of patches) await applyPatch(work, patch, NOBODY);
        await finishWork(work, { sha256, random: nodeRandom });
      });
      const fresh = freshFeeds(BRANCH, branch.rows.values());
      for (const audience of fresh.keys()) audiences.add(audience);
      const expected = asHeld([...audiences], fresh);
      expect(await heldInStorage(storage, [...audiences])).toEqual(expected);
      seen.commits += 1;
      seen.rows += Object.values(expected).reduce((sum, rows) => sum + Object.keys(rows).length, 0);
    }
  });
});

/** Lets somebody do something; gives what it changed. */
function act(branch: TestBranch, chance: ReturnType<typeof seededChance>): readonly Patch[] {
  const { hand, mutation } = nextAct(branch, chance);
  return branch.does(hand, mutation).ok ? branch.changes() : [];
}

function asHeld(audiences: readonly Audience[], feeds: Feeds): Held {
  return Object.fromEntries(
    audiences.map((audience) => {
      const rows = [...(feeds.get(audience) ?? [])].map(([key, row]) => [key, rowJson(row.kind, row.body)] as const);
      return [audience, Object.fromEntries(rows)];
    }),
  );
}

async function heldInStorage(storage: ReturnType<typeof memoryStorage>, audiences: readonly Audience[]): Promise<Held> {
  return storage.transact(BRANCH, async (transaction) => {
    const held: Record<string, Record<string, string>> = {};
    for (const audience of audiences) {
      const rows = await transaction.readFeed([audience], 0, Number.MAX_SAFE_INTEGER);
      seen.departures += rows.filter(({ body }) => body === null).length;
      const present = rows.flatMap((row) => (row.body === null ? [] : [[rowKeyText(row), row.body] as const]));
      held[audience] = Object.fromEntries(present);
    }
    return held;
  });
}

afterAll(() => {
  // One seed alone may have been a quiet one.
  if (SEEDS.length === 1) return;
  expect(seen.commits).toBeGreaterThan(20 * SEEDS.length);
  expect(seen.rows).toBeGreaterThan(1_000 * SEEDS.length);
  expect(seen.departures).toBeGreaterThan(40 * SEEDS.length);
});
