import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { CorrectionBody } from '#domain/delivery.ts';
import { requirementId } from '#domain/derived-ids.ts';
import type { Count, Line, RowId } from '#domain/scalars.ts';
import { countedDelivery } from '#domain/views/counted-delivery.ts';
import { allOf } from '#domain/views/coverage/by-cell.ts';
import type { CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import type { CoverageDayRows, StandingRows } from '#domain/views/coverage/coverage-rows.ts';
import { type DayCoverage, dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { dayCoverageAfter } from '#domain/views/coverage/day-coverage-after.ts';
import { isSame } from '#lib/same.ts';
import {
  at,
  BREAKFAST,
  BRIDGE,
  dayOf,
  delivery,
  id,
  LUNCH,
  requirement,
  run,
  SCHOOL,
  SOUP,
  standing,
  TEA,
} from '#test/support/coverage-world.ts';

const SEED = 20_261_127;
const places = [BRIDGE, SCHOOL, id('mill'), id('clinic')];
const anyPlace = fc.constantFrom(...places);
const anyWindow = fc.constantFrom(BREAKFAST, LUNCH);
const anyLines = fc.array(
  fc.record({ item: fc.constantFrom(TEA, SOUP), count: fc.integer({ min: 0, max: 30_000 }).map((n) => n as Count) }),
  { maxLength: 3 },
);
const anyRun = fc.record({
  window: fc.option(anyWindow),
  driver: fc.option(fc.constantFrom(id('anna'), id('bolat'))),
  answer: fc.constantFrom('none', 'accepted', 'declined'),
  status: fc.constantFrom('planned', 'underWay', 'completed', 'abandoned', 'cancelled'),
  stops: fc.array(fc.record({ checkpoint: anyPlace, lines: anyLines }), { minLength: 1, maxLength: 4 }),
});
const anyDelivery = fc.record({
  run: fc.option(fc.constantFrom('r0', 'r1', 'r2', 'gone').map(id)),
  stop: fc.option(fc.integer({ min: 0, max: 4 })),
  checkpoint: anyPlace,
  window: fc.option(anyWindow),
  lines: anyLines,
  correction: fc.option(fc.option(anyLines)),
});
const anyNeed = fc.record({ checkpoint: anyPlace, window: anyWindow, headcount: fc.integer({ min: 0, max: 40 }) });

type World = { readonly known: StandingRows; readonly day: CoverageDayRows };
const anyWorld: fc.Arbitrary<World> = fc
  .record({
    runs: fc.array(anyRun, { maxLength: 3 }),
    deliveries: fc.array(anyDelivery, { maxLength: 6 }),
    needs: fc.uniqueArray(anyNeed, { maxLength: 8, selector: (need) => requirementId(need.checkpoint, need.window) }),
    cancelled: fc.uniqueArray(fc.tuple(anyPlace, anyWindow), { maxLength: 2, selector: (cell) => cell.join() }),
  })
  .map(({ runs, deliveries, needs, cancelled }) => {
    const correctionsById = new Map(
      deliveries.flatMap(({ correction }, index) =>
        correction === null ? [] : [[id(`c${index}`), correctionOf(id(`d${index}`), correction)] as const],
      ),
    );
    const rows = deliveries.map(({ correction, ...body }, index) =>
      delivery(`d${index}`, { ...body, corrections: correction === null ? [] : [id(`c${index}`)] }),
    );
    const day = dayOf({
      runs: runs.map((body, index) => run(`r${index}`, body)),
      deliveries: rows,
      correctionsById,
      cancellations: cancelled.map(([checkpoint, window]) => ({ checkpoint, window, on: dayOf().on, reason: 'no' })),
    });
    const requirements = needs.map(({ checkpoint, window, headcount }) => requirement(checkpoint, window, headcount));
    return { known: standing({ requirements }), day };
  });

function correctionOf(of: RowId, lines: readonly Line[] | null): CorrectionBody {
  const said = { deliveryMember: null, reason: null, note: '', recordedAt: 0, member: null };
  return { ...said, delivery: of, lines: lines === null ? null : [...lines] };
}

function sumsOf(lines: readonly Line[]): Record<string, number> {
  const sums: Record<string, number> = { [TEA]: 0, [SOUP]: 0 };
  for (const { item, count } of lines) sums[item] = (sums[item] ?? 0) + count;
  return sums;
}

/** What all cells and what is beside them say together. */
function told({ cells, besides }: DayCoverage, field: 'planned' | 'delivered'): Record<string, number> {
  const amounts = [...allOf(cells).flatMap((cell) => cell.amounts), ...besides];
  return sumsOf(amounts.map((amount) => ({ item: amount.item, count: amount[field] })));
}

function byKey({ cells }: DayCoverage): ReadonlyMap<RowId, CoverageCell> {
  return new Map(allOf(cells).map((cell) => [requirementId(cell.checkpoint, cell.window), cell]));
}

test('every portion is counted once: all cells together say what was planned and what was handed over, no more and no less', () => {
  let portionCount = 0;
  fc.assert(
    fc.property(anyWorld, ({ known, day }) => {
      const coverage = dayCoverage(known, day, at(450));
      const counted = day.deliveries.flatMap(({ body }) => {
        const standingDelivery = countedDelivery(body, day.correctionsById);
        return standingDelivery.type === 'stands' ? standingDelivery.lines : [];
      });
      const live = day.runs.filter(({ body }) => body.status !== 'cancelled');
      expect(told(coverage, 'delivered')).toEqual(sumsOf(counted));
      expect(told(coverage, 'planned')).toEqual(sumsOf(live.flatMap(({ body }) => body.stops.flatMap((s) => s.lines))));
      portionCount += counted.length;
    }),
    { seed: SEED, numRuns: 500 },
  );
  expect(portionCount).toBeGreaterThan(500);
});

test('a correction moves exactly the cell of its delivery, and nothing where it says the same', () => {
  let movedCount = 0;
  fc.assert(
    fc.property(anyWorld, fc.nat(), fc.option(anyLines), ({ known, day }, pick, lines) => {
      const corrected = day.deliveries[pick % Math.max(day.deliveries.length, 1)];
      if (corrected === undefined) return;
      const said = id('later');
      const after: CoverageDayRows = {
        ...day,
        deliveries: day.deliveries.map((row) =>
          row === corrected ? { ...row, body: { ...row.body, corrections: [...row.body.corrections, said] } } : row,
        ),
        correctionsById: new Map([...day.correctionsById, [said, correctionOf(corrected.id, lines)]]),
      };
      const [before, now] = [dayCoverage(known, day, at(450)), dayCoverage(known, after, at(450))];
      const [was, is] = [byKey(before), byKey(now)];
      const moved = [...new Set([...was.keys(), ...is.keys()])].filter((key) => !isSame(was.get(key), is.get(key)));
      const { run: of, window, checkpoint } = corrected.body;
      const runWindow = day.runs.find((row) => row.id === of)?.body.window;
      const own = runWindow === undefined ? window : (runWindow ?? window);
      expect(moved.every((key) => own !== null && key === requirementId(checkpoint, own))).toBe(true);
      movedCount += moved.length;
    }),
    { seed: SEED, numRuns: 500 },
  );
  expect(movedCount).toBeGreaterThan(50);
});

test('a cell is met, short or bare exactly by what comes of what is needed, and never feeds more than are there', () => {
  const seen = { met: 0, short: 0, bare: 0, notNeeded: 0 };
  fc.assert(
    fc.property(anyWorld, ({ known, day }) => {
      for (const { state, amounts, heads, fed, headcount } of allOf(dayCoverage(known, day, at()).cells)) {
        const needed = amounts.filter((amount) => amount.needed > 0);
        const isShort = needed.some((amount) => amount.coming < amount.needed);
        expect(state === 'short' || state === 'bare').toBe(isShort);
        expect(state === 'notNeeded').toBe(needed.length === 0);
        if (state === 'met') expect(heads).toBe(headcount);
        if (state === 'bare') expect(heads).toBe(0);
        expect(Math.max(heads, fed)).toBeLessThanOrEqual(headcount);
        seen[state] += 1;
      }
    }),
    { seed: SEED, numRuns: 500 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(30);
});

test('what is found out from how the day was a moment ago is what its rows say, and a place of which nothing changed keeps its cells', () => {
  let [keptCount, otherCount] = [0, 0];
  const which = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(anyWorld, anyWorld, which, ({ known, day }, other, isOther) => {
      // Each row stays the very same, or is as in the other world, or goes, or comes.
      const mixed = <R extends { readonly id: RowId }>(rows: readonly R[], others: readonly R[], from: number): R[] =>
        Array.from({ length: Math.max(rows.length, others.length) }, (_, index) =>
          isOther[(from + index) % isOther.length] === true ? others[index] : rows[index],
        ).filter((row) => row !== undefined);
      const after: CoverageDayRows = {
        ...day,
        runs: mixed(day.runs, other.day.runs, 0),
        deliveries: mixed(day.deliveries, other.day.deliveries, 3),
        correctionsById: isOther[9] === true ? other.day.correctionsById : day.correctionsById,
        cancellations: isOther[10] === true ? other.day.cancellations : day.cancellations,
      };
      const before = dayCoverage(known, day, at(450));
      const found = byKey(dayCoverageAfter(known, { rows: day, coverage: before }, after, at(450)));
      const asked = byKey(dayCoverage(known, after, at(450)));
      expect([...found.keys()].toSorted()).toEqual([...asked.keys()].toSorted());
      for (const [key, cell] of asked) expect(found.get(key)).toEqual(cell);
      const was = byKey(before);
      for (const [key, cell] of found) {
        if (was.get(key) === cell) keptCount += 1;
        else if (!isSame(was.get(key), cell)) otherCount += 1;
      }
    }),
    { seed: SEED, numRuns: 1_000 },
  );
  expect(keptCount).toBeGreaterThan(300);
  expect(otherCount).toBeGreaterThan(300);
});
