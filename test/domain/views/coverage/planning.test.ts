import { describe, expect, test } from 'vitest';

import { assert } from '#lib/assert.ts';
import type { AvailabilityBody } from '#domain/availability.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { copiedRuns } from '#domain/views/copied-runs.ts';
import { atCell } from '#domain/views/coverage/by-cell.ts';
import type { CoverageDayRows } from '#domain/views/coverage/coverage-rows.ts';
import { dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { isFree } from '#domain/views/coverage/is-free.ts';
import type { SuggestionRows } from '#domain/views/coverage/suggestion-rows.ts';
import { suggestionsFor } from '#domain/views/coverage/suggestions.ts';
import { takeoversOf } from '#domain/views/coverage/takeovers.ts';
import { metresBetween } from '#domain/views/distance.ts';
import {
  at,
  BREAKFAST,
  BRIDGE,
  DAY,
  dayOf,
  id,
  line,
  LUNCH,
  requirement,
  run,
  SCHOOL,
  standing,
  TEA,
} from '#test/support/coverage-world.ts';

const [ANNA, BOLAT, KITCHEN] = [id('anna'), id('bolat'), id('kitchen')];
const place = (lat: number, district = 'Town') => ({ position: { lat, lon: 69_000_000 }, district });
const free = (member: RowId, other: Partial<AvailabilityBody> = {}): AvailabilityBody => ({
  member,
  kitchen: KITCHEN,
  checkpoint: null,
  weekly: [{ window: BREAKFAST, weekdays: [3] }],
  days: [],
  ...other,
});
const rows = (other: Partial<SuggestionRows> = {}): SuggestionRows => ({
  runs: [],
  drivers: [ANNA, BOLAT],
  availabilityByMember: new Map(),
  vehicles: [],
  placesById: new Map([
    [BRIDGE, place(53_000_000)],
    [SCHOOL, place(53_010_000)],
    [KITCHEN, place(53_020_000, '')],
  ]),
  kitchens: [KITCHEN],
  batches: [],
  unitsById: new Map([[TEA, 'l']]),
  ...other,
});
const van = (driver: RowId, litres: number) => ({
  name: 'Van',
  registration: '',
  capacity: { count: (litres * 1_000) as Count, unit: 'l' },
  keepsHot: true,
  driver,
  status: 'open' as const,
});

/** What is suggested for the bridge, where ten litres are needed for breakfast. */
function suggested(runs: CoverageDayRows['runs'], other: Partial<SuggestionRows> = {}) {
  const known = standing({ requirements: [requirement(BRIDGE, BREAKFAST, 20)] });
  const cell = atCell(dayCoverage(known, dayOf({ runs }), at()).cells, BRIDGE, BREAKFAST);
  assert(cell !== undefined, 'the bridge has a cell');
  return suggestionsFor(cell, rows({ runs, ...other }));
}
const toSchool = (changes: Parameters<typeof run>[1] = {}) =>
  run('east', { stops: [{ checkpoint: SCHOOL, lines: [line(TEA, 5)] }], ...changes });

describe('who could close a gap', () => {
  test('a run that comes near takes it along, after the stop that is nearest', () => {
    const far = { checkpoint: id('far'), lines: [] };
    const [first] = suggested([toSchool({ stops: [...toSchool().body.stops, far] })]);
    expect(first).toMatchObject({ type: 'extend', reasons: [{ type: 'near', metres: 1_113 }] });
    expect(first?.stops.map(({ checkpoint }) => checkpoint)).toEqual([SCHOOL, BRIDGE, 'far']);
    expect(first?.stops[1]?.lines).toEqual([line(TEA, 10)]);
  });

  test('a run that goes there anyway brings what is missing', () => {
    const runs = [run('east', { stops: [{ checkpoint: BRIDGE, lines: [line(TEA, 4)] }] })];
    const [first] = suggested(runs);
    expect(first).toMatchObject({ type: 'extend', reasons: [{ type: 'goesThere' }] });
    expect(first?.stops).toEqual([{ checkpoint: BRIDGE, lines: [line(TEA, 10)] }]);
  });

  test('a volunteer who is free then, and has no other run in that window', () => {
    const availabilityByMember = new Map([
      [ANNA, free(ANNA)],
      [BOLAT, free(BOLAT)],
    ]);
    const [first, last, ...others] = suggested([toSchool({ driver: ANNA, status: 'completed' })], {
      availabilityByMember,
    });
    expect(first).toMatchObject({
      type: 'start',
      driver: BOLAT,
      kitchen: KITCHEN,
      reasons: [{ type: 'free' }, { type: 'near' }],
    });
    expect(last).toMatchObject({ type: 'start', driver: null });
    expect(others).toEqual([]);
  });

  test('not whose car is full, and not who gave it back', () => {
    expect(suggested([toSchool()], { vehicles: [van(ANNA, 14)] }).map(({ type }) => type)).toEqual(['start']);
    expect(suggested([toSchool()], { vehicles: [van(ANNA, 15)] })[0]?.reasons.at(-1)).toEqual({
      type: 'room',
      count: 0,
      unit: 'l',
    });
    expect(suggested([toSchool({ answer: 'declined' })]).map(({ type }) => type)).toEqual(['start']);
    expect(suggested([toSchool({ status: 'cancelled' })]).map(({ type }) => type)).toEqual(['start']);
  });

  test('ordered by the way and by nothing else', () => {
    const near = run('near', { driver: ANNA, stops: [{ checkpoint: SCHOOL, lines: [] }] });
    const far = run('far', { driver: BOLAT, stops: [{ checkpoint: KITCHEN, lines: [] }] });
    const order = (runs: CoverageDayRows['runs']) =>
      suggested(runs).flatMap((suggestion) => (suggestion.type === 'extend' ? [suggestion.run.id] : []));
    expect(order([far, near])).toEqual(['near', 'far']);
    expect(order([near, far])).toEqual(['near', 'far']);
  });

  test('nobody is suggested where nothing is missing', () => {
    expect(suggested([run('east', { stops: [{ checkpoint: BRIDGE, lines: [line(TEA, 10)] }] })])).toEqual([]);
  });
});

describe('who could go in place of a driver', () => {
  test('who is free takes the whole run, a run of the same window takes its stops along', () => {
    const east = toSchool();
    const west = run('west', { driver: BOLAT, stops: [{ checkpoint: BRIDGE, lines: [line(TEA, 3)] }] });
    const availabilityByMember = new Map([
      [ANNA, free(ANNA)],
      [id('dina'), free(id('dina'))],
    ]);
    const found = takeoversOf(
      east,
      rows({ runs: [east, west], drivers: [ANNA, BOLAT, id('dina')], availabilityByMember }),
    );
    expect(found).toMatchObject([
      { type: 'whole', driver: 'dina' },
      { type: 'join', run: { id: 'west' }, stopCount: 2 },
    ]);
  });

  test('not who has no room', () => {
    const east = toSchool();
    const west = run('west', { driver: BOLAT });
    const known = { runs: [east, west], vehicles: [van(BOLAT, 14)] };
    expect(takeoversOf(east, rows(known))).toEqual([]);
  });
});

describe('a day is planned like another', () => {
  const open = { checkpoints: new Set([BRIDGE, SCHOOL]), windows: new Set([BREAKFAST]) };
  const next = '2026-01-16' as Day;
  const from = [
    run('a', {}).body,
    run('b', { status: 'cancelled' }).body,
    run('c', { window: LUNCH }).body,
    toSchool({ stops: [...toSchool().body.stops, { checkpoint: id('closed'), lines: [] }] }).body,
  ];

  test('with the same drivers, without what was called off or is closed', () => {
    const copies = copiedRuns(from, [], next, open);
    expect(copies).toMatchObject([
      { on: next, driver: ANNA, stops: [{ checkpoint: BRIDGE }] },
      { on: next, stops: [{ checkpoint: SCHOOL }] },
    ]);
    expect(copies.every(({ stops }) => stops.length === 1)).toBe(true);
  });

  test('and once is enough', () => {
    const there = copiedRuns(from, [], next, open).map((plan) => run('copy', plan).body);
    expect(copiedRuns(from, there, next, open)).toEqual([]);
  });
});

describe('who is free', () => {
  test('by weekday, unless something was said of the day', () => {
    expect(isFree(undefined, DAY, BREAKFAST)).toBe(false);
    expect(isFree(free(ANNA), DAY, BREAKFAST)).toBe(true);
    expect(isFree(free(ANNA), DAY, LUNCH)).toBe(false);
    expect(isFree(free(ANNA), '2026-01-16' as Day, BREAKFAST)).toBe(false);
    expect(isFree(free(ANNA, { days: [{ on: DAY, windows: [] }] }), DAY, BREAKFAST)).toBe(false);
    expect(isFree(free(ANNA, { days: [{ on: DAY, windows: [LUNCH] }] }), DAY, LUNCH)).toBe(true);
  });
});

test('metres between places, as the crow flies', () => {
  const [kokshetau, zerendi] = [
    { lat: 53_284_900, lon: 69_401_200 },
    { lat: 52_907_300, lon: 69_146_800 },
  ];
  expect(metresBetween(kokshetau, kokshetau)).toBe(0);
  expect((metresBetween(kokshetau, zerendi) ?? 0) / 1_000).toBeCloseTo(45.3, 0);
  expect(metresBetween(kokshetau, null)).toBeUndefined();
});
