import { describe, expect, test } from 'vitest';

import { assert } from '#lib/assert.ts';
import type { Count, Day } from '#domain/scalars.ts';
import { allOf, atCell } from '#domain/views/coverage/by-cell.ts';
import type { CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from '#domain/views/coverage/coverage-rows.ts';
import { dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { shortfalls } from '#domain/views/coverage/shortfalls.ts';
import {
  at,
  BREAKFAST,
  BRIDGE,
  DAY,
  dayOf,
  delivery,
  id,
  instantAt,
  line,
  LUNCH,
  requirement,
  run,
  SCHOOL,
  SOUP,
  standing,
  TEA,
} from '#test/support/coverage-world.ts';

/** Twenty heads at the bridge, half a litre of tea each, for breakfast. */
const bridge = [requirement(BRIDGE, BREAKFAST, 20)];

function bridgeCell(
  day: Partial<CoverageDayRows>,
  other: Partial<StandingRows> = {},
  now: CoverageNow = at(),
): CoverageCell {
  const { cells } = dayCoverage(standing({ requirements: bridge, ...other }), dayOf(day), now);
  const cell = atCell(cells, BRIDGE, BREAKFAST);
  assert(cell !== undefined, 'the bridge has a cell');
  return cell;
}
const bringing = (tea: number, changes: Parameters<typeof run>[1] = {}) =>
  run('east', { stops: [{ checkpoint: BRIDGE, lines: [line(TEA, tea)] }], ...changes });

describe('what a cell says', () => {
  test('nobody comes: bare; somebody with less: short; with all: met', () => {
    expect(bridgeCell({})).toMatchObject({ state: 'bare', headcount: 20, heads: 0, fed: 0 });
    expect(bridgeCell({ runs: [bringing(6)] })).toMatchObject({ state: 'short', heads: 12, fed: 0 });
    expect(bridgeCell({ runs: [bringing(10)] })).toMatchObject({ state: 'met', heads: 20, fed: 0 });
    expect(bridgeCell({ runs: [bringing(15)] })).toMatchObject({ state: 'met', heads: 20 });
  });

  test('the scarcest item decides for how many there is everything', () => {
    const perHead = [
      { item: TEA, count: 500 as Count },
      { item: SOUP, count: 1_000 as Count },
    ];
    const requirements = [requirement(BRIDGE, BREAKFAST, 20, { perHead })];
    const stops = [{ checkpoint: BRIDGE, lines: [line(TEA, 10), line(SOUP, 7)] }];
    const cell = bridgeCell({ runs: [run('east', { stops })] }, { requirements });
    expect(cell).toMatchObject({ state: 'short', heads: 7 });
    expect(cell.amounts).toEqual([
      { item: TEA, needed: 10_000, planned: 10_000, delivered: 0, coming: 10_000 },
      { item: SOUP, needed: 20_000, planned: 7_000, delivered: 0, coming: 7_000 },
    ]);
  });

  test('what was delivered counts in place of what was planned', () => {
    const deliveries = [delivery('d1', { run: id('east'), stop: 0, lines: [line(TEA, 6)] })];
    const cell = bridgeCell({ runs: [bringing(10)], deliveries });
    expect(cell).toMatchObject({ state: 'short', heads: 12, fed: 12 });
    expect(cell.amounts[0]).toEqual({ item: TEA, needed: 10_000, planned: 10_000, delivered: 6_000, coming: 6_000 });
  });

  test('a problem at a stop is a gap at once, whatever the run had planned for it', () => {
    const problem = delivery('d1', { run: id('east'), stop: 0, lines: [], reason: 'roadBlocked' });
    expect(bridgeCell({ runs: [bringing(10)] })).toMatchObject({ state: 'met' });
    expect(bridgeCell({ runs: [bringing(10)], deliveries: [problem] })).toMatchObject({ state: 'bare', heads: 0 });
  });

  test('a run that nobody drives is a plan, and covers nothing', () => {
    for (const changes of [{ driver: null }, { answer: 'declined' }] as const) {
      const cell = bridgeCell({ runs: [bringing(10, changes)] });
      expect(cell).toMatchObject({ state: 'bare', heads: 0 });
      expect(cell.amounts[0]).toMatchObject({ planned: 10_000, coming: 0 });
    }
  });

  test('a run that was called off, stopped early or ended brings nothing more', () => {
    for (const status of ['cancelled', 'abandoned', 'completed'] as const)
      expect(bridgeCell({ runs: [bringing(10, { status })] }).state).toBe('bare');
  });

  test('what came beside the plan counts too, also on a run that this phone does not have', () => {
    const deliveries = [
      delivery('d1', { lines: [line(TEA, 4)] }),
      delivery('d2', { run: id('gone'), stop: 3, lines: [line(TEA, 6)] }),
    ];
    expect(bridgeCell({ deliveries })).toMatchObject({ state: 'met', fed: 20 });
  });

  test('what was corrected counts as corrected, what was taken back not at all', () => {
    const at = { run: id('east'), stop: 0 };
    const correction = { deliveryMember: null, reason: null, note: '', recordedAt: 0, member: null };
    const lines = [line(TEA, 5)];
    const runs = [bringing(10)];
    const deliveries = [delivery('d1', { ...at, corrections: [id('c1')] })];
    const corrected = new Map([[id('c1'), { ...correction, delivery: id('d1'), lines }]]);
    const withdrawn = new Map([[id('c1'), { ...correction, delivery: id('d1'), lines: null }]]);
    expect(bridgeCell({ runs, deliveries, correctionsById: corrected })).toMatchObject({ state: 'short', fed: 10 });
    expect(bridgeCell({ runs, deliveries, correctionsById: withdrawn })).toMatchObject({ state: 'met', fed: 0 });
  });
});

describe('what is needed', () => {
  test('stands by weekday, between its first and last day', () => {
    const headcounts = [0, 0, 0, 20, 0, 0, 0];
    const stateOn = (on: string, other = {}) =>
      bridgeCell({ on: on as Day }, { requirements: [requirement(BRIDGE, BREAKFAST, 0, { headcounts, ...other })] })
        .state;
    expect(stateOn('2026-01-15')).toBe('bare');
    expect(stateOn('2026-01-16')).toBe('notNeeded');
    expect(stateOn('2026-01-22', { until: '2026-01-15' })).toBe('notNeeded');
    expect(stateOn('2026-01-15', { from: DAY, until: DAY })).toBe('bare');
    expect(stateOn('2026-01-08', { from: DAY })).toBe('notNeeded');
  });

  test('is what was said of the day itself, and nothing where it was called off', () => {
    const cell = { checkpoint: BRIDGE, window: BREAKFAST, on: DAY };
    const perHead = [{ item: TEA, count: 500 as Count }];
    const dayRequirements = [{ ...cell, headcount: 4, perHead, priority: 'first' as const }];
    expect(bridgeCell({ runs: [bringing(2)], dayRequirements })).toMatchObject({
      state: 'met',
      headcount: 4,
      priority: 'first',
    });
    const cancellations = [{ ...cell, reason: 'closed' }];
    expect(bridgeCell({ dayRequirements, cancellations })).toMatchObject({
      state: 'notNeeded',
      headcount: 0,
      reason: 'closed',
    });
  });

  test('a place to which somebody goes without a need has a cell all the same', () => {
    const { cells } = dayCoverage(standing(), dayOf({ runs: [bringing(3)] }), at());
    expect(atCell(cells, BRIDGE, BREAKFAST)).toMatchObject({ state: 'notNeeded', headcount: 0 });
  });

  test('what is in no window belongs to no cell, and is said beside them', () => {
    const runs = [bringing(10, { window: null })];
    const deliveries = [delivery('d1', { window: null, lines: [line(TEA, 3)] })];
    const { cells, besides } = dayCoverage(standing({ requirements: bridge }), dayOf({ runs, deliveries }), at());
    expect(atCell(cells, BRIDGE, BREAKFAST)?.state).toBe('bare');
    expect(besides).toEqual([{ item: TEA, planned: 10_000, delivered: 3_000 }]);
  });
});

describe('what somebody should look at', () => {
  const marks = (...given: Parameters<typeof bridgeCell>) => bridgeCell(...given).marks;

  test('nobody drives it, its driver gave it back, or has not answered', () => {
    expect(marks({ runs: [bringing(10)] })).toEqual([]);
    expect(marks({ runs: [bringing(10, { driver: null })] })).toEqual(['noDriver']);
    expect(marks({ runs: [bringing(10, { answer: 'declined' })] })).toEqual(['declined']);
    expect(marks({ runs: [bringing(10, { answer: 'none' })] })).toEqual(['notAccepted']);
  });

  test('two bring what one would: twice; two who bring half each: not', () => {
    const west = (tea: number) => run('west', { stops: [{ checkpoint: BRIDGE, lines: [line(TEA, tea)] }] });
    expect(marks({ runs: [bringing(10), west(10)] })).toEqual(['twice']);
    expect(marks({ runs: [bringing(10), west(2)] })).toEqual(['twice']);
    expect(marks({ runs: [bringing(5), west(5)] })).toEqual([]);
    expect(marks({ runs: [bringing(10), run('west', { status: 'cancelled' })] })).toEqual([]);
    const delivered = [delivery('d1', { run: id('east'), stop: 0 }), delivery('d2', { run: id('west'), stop: 0 })];
    expect(marks({ runs: [bringing(10), west(10)], deliveries: delivered })).toEqual(['twice']);
  });

  test('somebody is to go where nothing is needed any more', () => {
    const cancellations = [{ checkpoint: BRIDGE, window: BREAKFAST, on: DAY, reason: 'closed' }];
    expect(marks({ runs: [bringing(10)], cancellations })).toEqual(['calledOff']);
    expect(marks({ cancellations })).toEqual([]);
  });

  test('the window has begun, and the driver’s phone was not heard since', () => {
    const runs = [bringing(10, { status: 'underWay' })];
    const heard = (minute: number) => ({ heardByMember: new Map([[id('anna'), instantAt(minute)]]) });
    expect(marks({ runs }, heard(400), at(419))).toEqual([]);
    expect(marks({ runs }, heard(400), at(450))).toEqual(['stale']);
    expect(bridgeCell({ runs }, heard(400), at(450)).heardAt).toBe(instantAt(400));
    expect(marks({ runs }, heard(430), at(450))).toEqual([]);
    expect(bridgeCell({ runs }, {}, at(450))).toMatchObject({ marks: ['stale'], heardAt: null });
    const deliveries = [delivery('d1', { run: id('east'), stop: 0 })];
    expect(marks({ runs, deliveries }, heard(400), at(450))).toEqual([]);
  });

  test('too long out of the pot by the window’s end: four hours, or two where it cools', () => {
    const kitchen = id('kitchen');
    const runs = [bringing(10, { kitchen })];
    const ready = (readyMinute: number, on: Day | null = null) => ({
      kitchen,
      window: BREAKFAST,
      on,
      lines: [],
      readyMinute,
    });
    const car = { name: 'Niva', registration: '', capacity: { count: 0 as Count, unit: 'l' }, driver: id('anna') };
    const cool = [{ ...car, keepsHot: false, status: 'open' as const }];
    const warm = [{ ...car, keepsHot: true, status: 'open' as const }];
    expect(marks({ runs }, { batches: [ready(300)] })).toEqual([]);
    expect(marks({ runs }, { batches: [ready(299)] })).toEqual(['hot']);
    expect(marks({ runs }, { batches: [ready(299), ready(400, DAY)] })).toEqual([]);
    expect(marks({ runs }, { batches: [ready(420)], vehicles: cool })).toEqual([]);
    expect(marks({ runs }, { batches: [ready(419)], vehicles: cool })).toEqual(['hot']);
    expect(marks({ runs }, { batches: [ready(419)], vehicles: warm })).toEqual([]);
    const keeps = { halal: 'yes' as const, allergens: [], hotHoldMinutes: null, coolingMinutes: null };
    expect(marks({ runs }, { batches: [ready(0)], traitsById: new Map([[TEA, keeps]]) })).toEqual([]);
  });
});

describe('shortfalls', () => {
  test('the nearest window first, in it what matters most, then who gets nothing; with what is missing', () => {
    const requirements = [
      requirement(SCHOOL, LUNCH, 20),
      requirement(id('mill'), BREAKFAST, 20, { priority: 'last' }),
      requirement(SCHOOL, BREAKFAST, 20),
      requirement(BRIDGE, BREAKFAST, 20),
      requirement(id('clinic'), BREAKFAST, 2, { priority: 'first' }),
      requirement(id('depot'), BREAKFAST, 2),
    ];
    const stops = [
      { checkpoint: BRIDGE, lines: [line(TEA, 6)] },
      { checkpoint: id('depot'), lines: [line(TEA, 1)] },
    ];
    const known = standing({ requirements });
    const { cells } = dayCoverage(known, dayOf({ runs: [run('east', { stops })] }), at());
    const found = shortfalls(allOf(cells), known.windowsById);
    expect(found.map(({ cell }) => cell.checkpoint)).toEqual(['clinic', 'school', 'bridge', 'mill', 'school']);
    expect(found[2]?.missing).toEqual([line(TEA, 4)]);
  });
});
