import { expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import { cellHistory, type CellHistoryRows, type OwnEntry } from '#domain/views/cell-history.ts';
import { BREAKFAST, BRIDGE, DAY, delivery, id, line, LUNCH, run, SCHOOL, TEA } from '#test/support/coverage-world.ts';

const [DANA, SAULE] = [id('dana'), id('saule')];
const CELL = { checkpoint: BRIDGE, window: BREAKFAST, on: DAY };
const needs = (headcount: number) => ({ headcount, perHead: [line(TEA, 0.5)], priority: 'usual' as const });

function told(entries: readonly OwnEntry[], other: Partial<CellHistoryRows> = {}) {
  const rows = { runs: [], deliveries: [], correctionsById: new Map(), makerOf: () => undefined, ...other };
  return cellHistory(CELL, { self: DANA, entries, ...rows });
}

let minute = 0;
function did(mutation: Mutation, standing: OwnEntry['standing'] = 'counts', firstRow = id('new')): OwnEntry {
  minute += 1;
  return { mutation, claimedAt: minute, firstRow, standing };
}

const day = (was: number | null, now: number | null, window = BREAKFAST): Mutation => ({
  name: 'dayRequirementSet',
  args: {
    checkpoint: BRIDGE,
    window,
    on: DAY,
    was: was === null ? null : needs(was),
    now: now === null ? null : needs(now),
  },
});
const planned = (checkpoint: RowId): Mutation => {
  const stops = [{ checkpoint, lines: [line(TEA, 10)] }];
  return { name: 'runPlan', args: { label: 'North', on: DAY, window: BREAKFAST, kitchen: null, driver: null, stops } };
};

test('what was needed before and after, that it was called off and is needed again; other cells are not told', () => {
  const off = (was: string | null, now: string | null): Mutation => ({
    name: 'cancellationSet',
    args: { ...CELL, was: was === null ? null : { reason: was }, now: now === null ? null : { reason: now } },
  });
  const steps = told([did(day(null, 20)), did(day(null, 5, LUNCH)), did(off(null, 'snow')), did(off('snow', null))]);
  expect(steps.map(({ change }) => change)).toEqual([
    { type: 'day', was: null, now: { headcounts: [20], perHead: needs(20).perHead } },
    { type: 'calledOff', reason: 'snow' },
    { type: 'calledOff', reason: null },
  ]);
  expect(steps.every(({ by, at }) => by === DANA && at !== null)).toBe(true);
});

test('a run that comes, brings another amount, changes hands and comes no more', () => {
  const fields = { label: 'North', window: BREAKFAST, kitchen: null, driver: null };
  const was = { ...fields, stops: stopsMarkOf([]) };
  const amend = (now: object): Mutation => ({
    name: 'runAmend',
    args: { run: id('new'), was, now: { ...fields, stops: null, ...now } },
  });
  const steps = told([
    did(planned(BRIDGE)),
    did(planned(SCHOOL), 'counts', id('elsewhere')),
    did(amend({ stops: [{ checkpoint: BRIDGE, lines: [line(TEA, 4)] }] })),
    did(amend({ driver: SAULE })),
    did(amend({ stops: [{ checkpoint: SCHOOL, lines: [line(TEA, 4)] }] })),
    did(amend({ driver: DANA })),
  ]);
  expect(steps.map(({ change }) => change)).toEqual([
    { type: 'planned', run: 'new', lines: [line(TEA, 10)] },
    { type: 'changed', run: 'new', lines: [line(TEA, 4)] },
    { type: 'driver', run: 'new', driver: SAULE },
    { type: 'left', run: 'new' },
  ]);
});

test('what was refused is told as refused; what others planned stands there without a time', () => {
  const others = run('theirs');
  const steps = told([did(day(null, 20), 'refused')], { runs: [others], makerOf: () => SAULE });
  expect(steps).toEqual([
    { at: null, by: SAULE, isRefused: false, change: { type: 'planned', run: 'theirs', lines: [line(TEA, 10)] } },
    expect.objectContaining({ by: DANA, isRefused: true }),
  ]);
});

test('every record with its corrections, at its cell alone', () => {
  const correction = { delivery: id('d'), lines: [line(TEA, 8)], reason: null, note: '', recordedAt: 2_000 };
  const steps = told([], {
    deliveries: [
      delivery('d', { recordedAt: 1_000, corrections: [id('c')] }),
      delivery('lunch', { window: LUNCH }),
      delivery('school', { checkpoint: SCHOOL }),
    ],
    correctionsById: new Map([[id('c'), { ...correction, member: DANA, deliveryMember: null }]]),
  });
  expect(steps).toMatchObject([
    { at: 1_000, by: 'anna', change: { type: 'record', step: { type: 'recorded', lines: [line(TEA, 10)] } } },
    { at: 2_000, by: DANA, change: { type: 'record', step: { type: 'corrected', lines: [line(TEA, 8)] } } },
  ]);
});
