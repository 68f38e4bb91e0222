import { afterAll, describe, expect, test } from 'vitest';

import type { Body, Kind, Patch } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { supplySums } from '#domain/views/supply-sums.ts';
import { nodeRandom } from '#server/auth/node-crypto.ts';
import { catchUpSums } from '#server/report/catch-up.ts';
import { reportOf } from '#server/report/report.ts';
import { applyPatch } from '#server/sync/project.ts';
import { beginWork, finishWork, NOBODY } from '#server/sync/work.ts';
import { sha256 } from '#test/support/crypto.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { nextAct } from '#test/support/random-branch.ts';
import { seededChance, seeds } from '#test/support/seeded.ts';
import { BRANCH, newTestBranch, NOON, type TestBranch } from '#test/support/test-branch.ts';

const SEEDS = seeds(6);
const COMMITS = 40;
/** Several rows of one source change between two looks, and some looks see a single commit. */
const ACTS_TO_A_COMMIT = 12;
const EVER = { from: '2000-01-01' as Day, to: '2099-12-31' as Day };
const seen = { sums: 0, looks: 0, followed: 0 };

describe.each(SEEDS)('in a random branch, seed %i', (seed) => {
  test('the sums that follow step by step are those of a fresh look at all rows', async () => {
    const chance = seededChance(seed);
    const branch = newTestBranch();
    const storage = memoryStorage();
    for (let commit = 0; commit < COMMITS; commit += 1) {
      const patches = Array.from({ length: ACTS_TO_A_COMMIT }, () => act(branch, chance)).flat();
      await storage.transact(BRANCH, async (transaction) => {
        const work = await beginWork(transaction, BRANCH, NOON);
        for (const patch of patches) await applyPatch(work, patch, NOBODY);
        await finishWork(work, { sha256, random: nodeRandom });
      });
      if (chance.isOneIn(3)) continue;
      seen.followed += await catchUpSums(storage, BRANCH);
      const kept = await storage.transact(BRANCH, (transaction) => transaction.sumsOf(EVER, 'day'));
      const fresh = freshSums(branch);
      expect(added(kept)).toEqual(added(fresh));
      seen.looks += 1;
      seen.sums += fresh.length;
    }
    expect(await catchUpSums(storage, BRANCH)).toBeGreaterThanOrEqual(0);
    expect(await catchUpSums(storage, BRANCH)).toBe(0);
    const question = { ...EVER, by: 'item', sponsor: null, item: null, district: null } as const;
    const { report } = await reportOf(storage, BRANCH, question);
    const delivered = freshSums(branch).reduce((sum, one) => sum + one.delivered, 0);
    expect(report.totals.reduce((sum, { count }) => sum + count, 0)).toBe(delivered);
  });
});

function act(branch: TestBranch, chance: ReturnType<typeof seededChance>): readonly Patch[] {
  const { hand, mutation } = nextAct(branch, chance);
  return branch.does(hand, mutation).ok ? branch.changes() : [];
}

function freshSums(branch: TestBranch) {
  const of = <K extends Kind>(kind: K) =>
    [...branch.rows.values()].filter((row) => row.kind === kind) as unknown as readonly {
      readonly id: RowId;
      readonly body: Body<K>;
    }[];
  const byId = <K extends Kind>(kind: K) => new Map(of(kind).map(({ id, body }) => [id, body]));
  const rows = { runsById: byId('run'), correctionsById: byId('correction'), checkpointsById: byId('checkpoint') };
  return [...supplySums({ ...rows, loads: of('load'), deliveries: of('delivery') }).values()].flat();
}

type Added = {
  readonly on: string;
  readonly pledge: RowId | null;
  readonly item: RowId;
  readonly district: string | null;
  readonly loaded: number;
  readonly delivered: number;
  readonly leftOver: number;
  readonly onTheWay: number;
};

/** What many sources came to, by day, pledge, item and district. */
function added(sums: readonly Added[]): Readonly<Record<string, readonly number[]>> {
  const together: Record<string, number[]> = {};
  for (const { on, pledge, item, district, ...amounts } of sums) {
    const key = JSON.stringify([on, pledge, item, district]);
    const more = [amounts.loaded, amounts.delivered, amounts.leftOver, amounts.onTheWay];
    together[key] = more.map((amount, index) => amount + (together[key]?.[index] ?? 0));
  }
  return together;
}

afterAll(() => {
  if (SEEDS.length === 1) return;
  expect(seen.looks).toBeGreaterThan(15 * SEEDS.length);
  expect(seen.sums).toBeGreaterThan(200 * SEEDS.length);
  expect(seen.followed).toBeGreaterThan(50 * SEEDS.length);
});
