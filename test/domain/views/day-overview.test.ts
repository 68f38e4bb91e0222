import { describe, expect, test } from 'vitest';

import type { MealWindowBody } from '#domain/catalogue.ts';
import { addDays } from '#domain/days.ts';
import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { RunBody } from '#domain/run.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { dayOverview, type DayRows } from '#domain/views/day-overview.ts';
import { type BranchTime, branchTimeOn } from '#domain/views/run-needs.ts';
import { shortStops } from '#domain/views/short-stops.ts';

const [TEA, SOUP, BRIDGE, SCHOOL, ANNA, BREAKFAST, NIGHT] = [
  'tea',
  'soup',
  'bridge',
  'school',
  'anna',
  'breakfast',
  'night',
].map((id) => id as RowId) as [RowId, RowId, RowId, RowId, RowId, RowId, RowId];
const DAY = '2026-01-15' as Day;
const lines = (tea: number, soup = 0) => [
  { item: TEA, count: (tea * 1_000) as Count },
  ...(soup === 0 ? [] : [{ item: SOUP, count: (soup * 1_000) as Count }]),
];
const window = (startMinute: number, endMinute: number): MealWindowBody => ({
  name: 'w',
  startMinute,
  endMinute,
  status: 'open',
});

function run(id: string, changes: Partial<RunBody> = {}): { readonly id: RowId; readonly body: RunBody } {
  const body: RunBody = {
    label: id,
    on: DAY,
    window: BREAKFAST,
    kitchen: null,
    driver: ANNA,
    answer: 'accepted',
    stops: [
      { checkpoint: BRIDGE, lines: lines(10, 5) },
      { checkpoint: SCHOOL, lines: lines(20) },
    ],
    loaded: [],
    status: 'planned',
    reason: '',
    importedFrom: null,
    hasLeftPhone: false,
    ...changes,
  };
  return { id: id as RowId, body };
}

function delivery(id: string, changes: Partial<DeliveryBody>): { readonly id: RowId; readonly body: DeliveryBody } {
  const body: DeliveryBody = {
    run: null,
    stop: null,
    checkpoint: BRIDGE,
    on: DAY,
    window: null,
    lines: lines(10, 5),
    reason: null,
    note: '',
    how: 'atStop',
    recordedAt: 0,
    member: ANNA,
    device: null,
    flags: [],
    corrections: [],
    ...changes,
  };
  return { id: id as RowId, body };
}

const corrected: CorrectionBody = {
  delivery: 'd1' as RowId,
  deliveryMember: ANNA,
  lines: lines(7),
  reason: null,
  note: '',
  recordedAt: 0,
  member: null,
};

function rows(part: Partial<DayRows>): DayRows {
  const windowsById = new Map([
    [BREAKFAST, window(420, 540)],
    [NIGHT, window(1_380, 1_500)],
  ]);
  return { runs: [], deliveries: [], correctionsById: new Map(), windowsById, ...part };
}

const at = (minuteOfDay: number, today = DAY) => ({ today, minuteOfDay });

describe('what became of a day', () => {
  test('a run says how many of its stops are done, and how much of each item', () => {
    const first = delivery('d1', { run: 'a' as RowId, stop: 0, corrections: ['c1' as RowId] });
    const overview = dayOverview(
      rows({ runs: [run('a')], deliveries: [first], correctionsById: new Map([['c1' as RowId, corrected]]) }),
      at(450),
    );
    expect(overview.runs[0]).toMatchObject({
      doneCount: 1,
      needs: [],
      amounts: [
        { item: TEA, planned: 30_000, delivered: 7_000 },
        { item: SOUP, planned: 5_000, delivered: 0 },
      ],
    });
  });

  test('the day adds up what was brought beside the plan, and leaves out what cancelled runs had planned', () => {
    const overview = dayOverview(
      rows({ runs: [run('a', { status: 'cancelled' }), run('b')], deliveries: [delivery('d1', {})] }),
      at(450),
    );
    expect(overview.unplanned.map(({ id }) => id)).toEqual(['d1']);
    expect(overview.totals).toEqual([
      { item: TEA, planned: 30_000, delivered: 10_000 },
      { item: SOUP, planned: 5_000, delivered: 5_000 },
    ]);
  });

  test('a delivery on a run that is not here, or without one of its stops, stands beside the plan', () => {
    const strays = [
      delivery('d1', { run: 'gone' as RowId, stop: 0, flags: ['runUnknown'] }),
      delivery('d2', { run: 'a' as RowId, stop: null }),
      delivery('d3', { run: 'a' as RowId, stop: 9, checkpoint: 'mill' as RowId, flags: ['stopUnknown'] }),
    ];
    const overview = dayOverview(rows({ runs: [run('a')], deliveries: strays }), at(450));
    expect(overview.unplanned.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3']);
  });

  test('what was taken back counts nowhere', () => {
    const withdrawn = { ...corrected, lines: null };
    const overview = dayOverview(
      rows({
        deliveries: [delivery('d1', { flags: ['clockWrong'], corrections: ['c1' as RowId] })],
        correctionsById: new Map([['c1' as RowId, withdrawn]]),
      }),
      at(450),
    );
    expect(overview).toMatchObject({ unplanned: [], totals: [] });
  });
});

describe('what needs somebody', () => {
  test('comes first, then what is under way, then by its window', () => {
    const runs = [
      run('cancelled', { status: 'cancelled' }),
      run('night', { window: NIGHT }),
      run('breakfast'),
      run('under way', { status: 'underWay', window: NIGHT }),
      run('declined', { answer: 'declined', window: NIGHT }),
    ];
    const overview = dayOverview(rows({ runs }), at(450));
    expect(overview.runs.map(({ id }) => id)).toEqual(['declined', 'under way', 'breakfast', 'night', 'cancelled']);
  });

  test.each([
    ['a window that is over, with a stop without a record', {}, at(540), ['late']],
    ['a window that is still open', {}, at(539), []],
    ['a window over midnight, half past midnight', { window: NIGHT }, at(30, '2026-01-16' as Day), []],
    ['a window over midnight, the next morning', { window: NIGHT }, at(60, '2026-01-16' as Day), ['late']],
    ['no window, on the next day', { window: null }, at(0, '2026-01-16' as Day), ['late']],
    ['a run that nobody drives', { driver: null, answer: 'none' as const }, at(450), ['noDriver']],
    ['a run that was given back', { answer: 'declined' as const }, at(450), ['declined']],
    ['a cancelled run', { status: 'cancelled' as const, driver: null }, at(999), []],
    ['a completed run', { status: 'completed' as const, driver: null }, at(999), []],
  ])('%s', (_, changes, now, needs) => {
    expect(dayOverview(rows({ runs: [run('a', changes)] }), now).runs[0]?.needs).toEqual(needs);
  });

  test('a stop that was recorded twice', () => {
    const deliveries = ['d1', 'd2'].map((id) => delivery(id, { run: 'a' as RowId, stop: 0 }));
    expect(dayOverview(rows({ runs: [run('a')], deliveries }), at(450)).runs[0]?.needs).toEqual(['twice']);
  });

  test('a clock that ticks matters for today and the night before it alone', () => {
    const runs = [run('breakfast'), run('night', { window: NIGHT }), run('whole day', { window: null })];
    const needsAt = (now: BranchTime) => dayOverview(rows({ runs }), now).runs.map(({ id, needs }) => [id, needs]);
    const halfHours = Array.from({ length: 48 }, (_, index) => index * 30);
    for (const away of [-3, -2, -1, 0, 1, 2, 3]) {
      const times = halfHours.map((minute) => at(minute, addDays(DAY, away)));
      const counted = times.map((now) => branchTimeOn(DAY, now));
      expect(counted.map(needsAt)).toEqual(times.map(needsAt));
      const isNear = away === 0 || away === 1;
      expect(new Set(counted.map(({ minuteOfDay }) => minuteOfDay)).size).toBe(isNear ? 48 : 1);
    }
  });

  test('what is late comes before all else', () => {
    const runs = [run('nobody', { status: 'underWay', driver: null, window: NIGHT }), run('late')];
    expect(dayOverview(rows({ runs }), at(600)).runs.map(({ id }) => id)).toEqual(['late', 'nobody']);
  });

  test('the last report of a run is the time of its latest record, and there is none before the first', () => {
    const deliveries = [1_000, 3_000, 2_000].map((recordedAt, stop) =>
      delivery(`d${stop}`, { run: 'a' as RowId, stop, recordedAt }),
    );
    expect(dayOverview(rows({ runs: [run('a')], deliveries }), at(450)).runs[0]?.reportedAt).toBe(3_000);
    expect(dayOverview(rows({ runs: [run('a')] }), at(450)).runs[0]?.reportedAt).toBeNull();
  });
});

describe('what is missing and what is left', () => {
  const brought = (changes: Partial<DeliveryBody>) => delivery('d1', { run: 'a' as RowId, stop: 0, ...changes });

  test('a stop that got less says how much of what, and why; a problem is all of it', () => {
    const of = (changes: Partial<DeliveryBody>) =>
      shortStops(dayOverview(rows({ runs: [run('a')], deliveries: [brought(changes)] }), at(450)));
    expect(of({ lines: lines(10, 5) })).toEqual([]);
    expect(of({ lines: lines(6, 5), reason: 'notEnough' })).toMatchObject([
      { run: 'a', index: 0, checkpoint: BRIDGE, missing: [{ item: TEA, count: 4_000 }], reasons: ['notEnough'] },
    ]);
    expect(of({ lines: [], reason: 'roadBlocked' })).toMatchObject([
      { missing: lines(10, 5), reasons: ['roadBlocked'] },
    ]);
  });

  test('a run that is over still has what it loaded and did not hand over; one under way is not asked', () => {
    const leftOf = (status: RunBody['status'], deliveries: DayRows['deliveries']) =>
      dayOverview(rows({ runs: [run('a', { status, loaded: lines(30, 5) })], deliveries }), at(450)).runs[0]?.leftovers;
    const besides = delivery('d2', { run: 'a' as RowId, stop: null, lines: lines(5) });
    expect(leftOf('completed', [brought({}), besides])).toEqual(lines(15));
    expect(leftOf('underWay', [brought({})])).toEqual([]);
  });
});
