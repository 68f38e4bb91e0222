import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { RunBody } from '#domain/run.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import type { VehicleBody } from '#domain/supply.ts';
import { kitchenLists } from '#domain/views/kitchen-lists.ts';
import { loadsByVehicle } from '#domain/views/loads-by-vehicle.ts';
import { runsToPrint } from '#domain/views/runs-to-print.ts';

const id = (text: string): RowId => text as RowId;
const [SCHOOL, CANTEEN, BREAKFAST, LUNCH, MEAL, TEA, ANNA] = [
  id('school'),
  id('canteen'),
  id('breakfast'),
  id('lunch'),
  id('meal'),
  id('tea'),
  id('anna'),
] as const;

const WINDOWS = new Map([
  [BREAKFAST, { name: 'Breakfast', startMinute: 420, endMinute: 540, status: 'open' as const }],
  [LUNCH, { name: 'Lunch', startMinute: 720, endMinute: 840, status: 'open' as const }],
]);

function run(name: string, body: Partial<RunBody> = {}) {
  const stops = [{ checkpoint: id('post'), lines: [{ item: MEAL, count: 1_000 as Count }] }];
  const rest = { driver: null, answer: 'none', loaded: [], status: 'planned', reason: '', importedFrom: null } as const;
  const plan = { label: name, on: '2026-01-15' as Day, window: BREAKFAST, kitchen: SCHOOL, stops, hasLeftPhone: false };
  return { id: id(name), body: { ...plan, ...rest, loaded: [], ...body } satisfies RunBody };
}

function lines(...amounts: readonly (readonly [RowId, number])[]): RunBody['stops'] {
  return [{ checkpoint: id('post'), lines: amounts.map(([item, count]) => ({ item, count: count as Count })) }];
}

describe('the list of a kitchen', () => {
  test('says where nothing is needed any more, and why; the sums stay what the runs load', () => {
    const cell = { checkpoint: id('post'), window: BREAKFAST };
    const off = { ...cell, on: '2026-01-15' as Day, reason: 'the post moved' };
    const runs = [run('a', { stops: lines([MEAL, 7]) }), run('b', { window: LUNCH })];
    const [list] = kitchenLists(runs, WINDOWS, [off, { ...off, on: '2026-01-16' as Day, window: LUNCH }]);
    expect(list?.meals.map(({ calledOff }) => calledOff)).toEqual([
      [{ checkpoint: 'post', lines: [{ item: MEAL, count: 7 }], reason: 'the post moved' }],
      [],
    ]);
    expect(list?.meals[0]?.lines[0]?.count).toBe(7);
  });

  test('gathers by kitchen and window what the runs take, and says with which run it goes', () => {
    const lists = kitchenLists(
      [
        run('b', { stops: lines([MEAL, 20], [TEA, 5]) }),
        run('a', { stops: lines([MEAL, 7]) }),
        run('lunch', { window: LUNCH }),
        run('other', { kitchen: CANTEEN }),
      ],
      WINDOWS,
      [],
    );
    expect(lists.map(({ kitchen, meals }) => [kitchen, meals.map(({ window }) => window)])).toEqual([
      [SCHOOL, [BREAKFAST, LUNCH]],
      [CANTEEN, [BREAKFAST]],
    ]);
    expect(lists[0]?.meals[0]?.lines).toEqual([
      {
        item: MEAL,
        count: 27,
        shares: [
          { run: 'a', count: 7 },
          { run: 'b', count: 20 },
        ],
      },
      { item: TEA, count: 5, shares: [{ run: 'b', count: 5 }] },
    ]);
  });

  test('counts every portion once, whatever the runs; a cancelled run takes nothing', () => {
    const anyRun = fc.record({
      kitchen: fc.constantFrom(SCHOOL, CANTEEN, null),
      window: fc.constantFrom(BREAKFAST, LUNCH, null),
      status: fc.constantFrom('planned' as const, 'underWay' as const, 'cancelled' as const),
      counts: fc.array(fc.tuple(fc.constantFrom(MEAL, TEA), fc.integer({ min: 0, max: 99 })), { maxLength: 4 }),
    });
    let portions = 0;
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 8 }), (plans) => {
        const runs = plans.map(({ counts, ...body }, index) => run(`${index}`, { ...body, stops: lines(...counts) }));
        const listed = kitchenLists(runs, WINDOWS, []).flatMap(({ meals }) => meals.flatMap((meal) => meal.lines));
        const planned = plans.filter(({ status }) => status !== 'cancelled').flatMap(({ counts }) => counts);
        for (const item of [MEAL, TEA]) {
          const sum = planned.reduce((all, [what, count]) => all + (what === item ? count : 0), 0);
          const ofItem = listed.filter((line) => line.item === item);
          expect(ofItem.reduce((all, { count }) => all + count, 0)).toBe(sum);
          expect(ofItem.flatMap(({ shares }) => shares).reduce((all, { count }) => all + count, 0)).toBe(sum);
          portions += sum;
        }
      }),
    );
    expect(portions).toBeGreaterThan(0);
  });
});

describe('the loading lists', () => {
  const gazelle: { readonly id: RowId; readonly body: VehicleBody } = {
    id: id('gazelle'),
    body: {
      name: 'Gazelle',
      registration: '123 ABC 03',
      capacity: { count: 60_000 as Count, unit: 'portions' },
      keepsHot: true,
      driver: ANNA,
      status: 'open',
    },
  };

  test('put all runs of one driver into the driver’s car, and every other run by itself', () => {
    const runs = runsToPrint(
      [run('evening', { window: LUNCH, driver: ANNA }), run('b'), run('a', { driver: ANNA }), run('c')],
      WINDOWS,
    );
    const loads = loadsByVehicle(runs, [gazelle]);
    expect(loads.map(({ vehicle, runs: of }) => [vehicle?.body.name, of.map((one) => one.id)])).toEqual([
      ['Gazelle', ['a', 'evening']],
      [undefined, ['b']],
      [undefined, ['c']],
    ]);
  });
});
