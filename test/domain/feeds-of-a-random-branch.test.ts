import { afterAll, describe, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { audiencesOf } from '#domain/audiences.ts';
import type { CancellationBody } from '#domain/requirement.ts';
import type { RowId } from '#domain/scalars.ts';
import { type Feeds, freshFeeds, heldBy } from '#test/support/fresh-feeds.ts';
import { nextAct } from '#test/support/random-branch.ts';
import { seededChance, seeds } from '#test/support/seeded.ts';
import { BRANCH, newTestBranch, type TestBranch } from '#test/support/test-branch.ts';

const SEEDS = seeds(8);
const ACTS = 320;
const seen = { applied: 0, refused: 0, granted: 0, corrected: 0, toldOff: 0, lost: 0 };

function runsOf(branch: TestBranch, member: RowId): readonly Row[] {
  return [...branch.rows.values()].filter((row) => row.kind === 'run' && row.body.driver === member);
}

/** Why a driver may hold a row, told without the code that decides it: null when there is no reason. */
function reasonToHold(branch: TestBranch, member: RowId, runs: readonly Row[], { kind, id, body }: Row): string | null {
  const original = branch.rows.get(`${kind}/${id}`)?.body;
  const isWhole = original === body || JSON.stringify(original) === JSON.stringify(body);
  switch (kind) {
    case 'branch':
    case 'item':
    case 'mealWindow':
    case 'returnable':
    case 'itemTraits':
      return isWhole ? 'everybody’s' : null;
    case 'placeName': {
      const place = branch.body('checkpoint', id);
      const named = { name: place?.name, otherNames: place?.otherNames, code: place?.code };
      const isNameOnly = JSON.stringify(body) === JSON.stringify(named);
      return place?.status === 'open' && isNameOnly ? 'a name of an open place' : null;
    }
    case 'member':
      return id === member && isWhole ? 'themself' : null;
    case 'device':
      return body.member === member && isWhole ? 'their phone' : null;
    case 'run':
      return body.driver === member && isWhole ? 'their run' : null;
    case 'checkpoint':
    case 'kitchen':
      return isWhole && runs.some((run) => JSON.stringify(run.body).includes(`"${id}"`)) ? 'of their run' : null;
    case 'cancellation':
      return isWhole && runs.some((run) => isTowards(run, body)) ? 'where they were to go' : null;
    case 'availability':
      return body.member === member && isWhole ? 'when they are free' : null;
    case 'delivery':
    case 'returnableCount':
      if (body.member === member) return isWhole ? 'their record' : null;
      return isNameless(body) && isOfRun(runs, body.run) ? 'of their run' : null;
    case 'correction': {
      if (body.member === member) return isWhole ? 'their correction' : null;
      if (!isNameless(body)) return null;
      const delivery = branch.body('delivery', body.delivery);
      if (delivery?.member === member) return 'of their delivery';
      return isOfRun(runs, delivery?.run) ? 'of their run' : null;
    }
    case 'photo':
      return isWhole && body.member === member ? 'their own' : null;
    case 'request':
      return isWhole && /open|promised/.test(body.status) ? 'what is still to be brought' : null;
    case 'notice':
      return body.status === 'open' && isWhole ? 'everybody’s' : null;
    default:
      return null;
  }
}

/** It tells neither who it was nor what they wrote to the organisers. */
function isNameless(body: Row<'delivery' | 'returnableCount' | 'correction'>['body']): boolean {
  const isBlank = !('note' in body) || body.note === '';
  return isBlank && body.member === null && !('device' in body && body.device !== null);
}

function isOfRun(runs: readonly Row[], run: RowId | null | undefined): boolean {
  return runs.some(({ id }) => id === run);
}

function isTowards({ kind, body: run }: Row, { checkpoint, window, on }: CancellationBody): boolean {
  const isThen = kind === 'run' && run.on === on && run.window === window;
  return isThen && run.stops.some((stop) => stop.checkpoint === checkpoint);
}

function drivers(branch: TestBranch): readonly RowId[] {
  return [...branch.rows.values()]
    .filter((row) => row.kind === 'member' && row.body.role === 'driver')
    .map(({ id }) => id);
}

const heldByDriver = (feeds: Feeds, member: RowId) => heldBy(feeds, audiencesOf(BRANCH, member, 'driver'));

describe.each(SEEDS)('in a random branch, seed %i', (seed) => {
  test('every driver holds exactly what concerns them, after each step', () => {
    const chance = seededChance(seed);
    const branch = newTestBranch();
    let before: Feeds = new Map();
    for (let step = 0; step < ACTS; step += 1) {
      const { hand, mutation } = nextAct(branch, chance);
      const isApplied = branch.does(hand, mutation).ok;
      seen[isApplied ? 'applied' : 'refused'] += 1;
      if (!isApplied) continue;
      const feeds = freshFeeds(BRANCH, branch.rows.values());
      for (const member of drivers(branch)) checkDriver(branch, member, feeds, before);
      before = feeds;
    }
  });
});

function checkDriver(branch: TestBranch, member: RowId, feeds: Feeds, before: Feeds): void {
  const held = heldByDriver(feeds, member);
  const runs = runsOf(branch, member);
  const reasons = [...held].map(([key, row]) => ({ key, reason: reasonToHold(branch, member, runs, row) }));
  expect(reasons.filter(({ reason }) => reason === null)).toEqual([]);
  expect([...due(branch, member, runs)].filter((key) => !held.has(key))).toEqual([]);
  seen.granted += reasons.filter(({ reason }) => reason === 'of their run').length;
  seen.corrected += reasons.filter(({ reason }) => reason === 'of their delivery').length;
  seen.toldOff += reasons.filter(({ reason }) => reason === 'where they were to go').length;
  seen.lost += [...heldByDriver(before, member).keys()].filter((key) => !held.has(key)).length;
}

/** What concerns a driver and must not be missing: their runs with their places, and what they recorded. */
function due(branch: TestBranch, member: RowId, runs: readonly Row[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const [key, row] of branch.rows) {
    const isRecord = row.kind === 'delivery' || row.kind === 'returnableCount';
    if (isRecord && isOfRun(runs, row.body.run)) keys.add(key);
    if (isRecord && row.body.member === member) keys.add(key);
    const isPlace = row.kind === 'checkpoint' || row.kind === 'kitchen';
    if (!isPlace && !isRecord && reasonToHold(branch, member, runs, row) !== null) keys.add(key);
    if (row.kind !== 'run' || row.body.driver !== member) continue;
    for (const { checkpoint } of row.body.stops) keys.add(`checkpoint/${checkpoint}`);
  }
  return new Set([...keys].filter((key) => branch.rows.has(key)));
}

afterAll(() => {
  const enough = { applied: 50, refused: 30, granted: 25, corrected: 5, toldOff: 2, lost: 3 };
  for (const [what, perSeed] of Object.entries(enough)) {
    // One seed alone may have been a quiet one.
    if (SEEDS.length > 1) expect(seen[what as keyof typeof seen], what).toBeGreaterThan(perSeed * SEEDS.length);
  }
});
