import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

import type { CorrectionBody, DeliveryBody, RecordedHow } from '#domain/delivery.ts';
import type { Count, RowId } from '#domain/scalars.ts';
import { countedOnce, overtakenBy, perhapsSame } from '#domain/views/counted-once.ts';
import { coversOfDay } from '#domain/views/coverage/covers-of-day.ts';
import { dayOverview } from '#domain/views/day-overview.ts';
import { reviewTray } from '#domain/views/review-tray.ts';
import { runProgress } from '#domain/views/run-progress.ts';
import { aigul, amount, breakfast, facts, TODAY } from '#test/support/breakfast.ts';

const { post, run, tea } = breakfast();
const id = (number: number): RowId => `${aigul.device}.${number}` as RowId;

type Said = {
  readonly how: RecordedHow;
  readonly run: 'run' | null;
  readonly units: number;
  readonly isWithdrawn: boolean;
};
type Delivery = { readonly id: RowId; readonly body: DeliveryBody };

const withdrawal = (number: number): RowId => id(10_000 + number);

function made({ how, run: where, units, isWithdrawn }: Said, number: number): Delivery {
  const stop = where === null ? null : 0;
  return {
    id: id(number),
    body: {
      ...facts(post, { run: where === null ? null : run, stop, lines: [amount(tea, units)], on: TODAY }),
      how,
      recordedAt: 1_000 + number,
      member: aigul.member,
      device: aigul.device,
      flags: [],
      corrections: isWithdrawn ? [withdrawal(number)] : [],
    },
  };
}

function withdrawalsOf(deliveries: readonly Delivery[]): ReadonlyMap<RowId, CorrectionBody> {
  const { lines: _, ...said } = { lines: null, reason: null, note: '', recordedAt: 2_000, member: null };
  return new Map(
    deliveries.flatMap(({ id: delivery, body }) =>
      body.corrections.map((key) => [key, { ...said, delivery, deliveryMember: null, lines: null }] as const),
    ),
  );
}

const said = fc.record({
  how: fc.constantFrom<RecordedHow[]>('told', 'told', 'desk', 'atStop', 'endOfRun', 'review'),
  run: fc.constantFrom('run' as const, 'run' as const, null),
  units: fc.constantFrom(10, 20, 20),
  isWithdrawn: fc.constantFrom(false, false, false, true),
});
const day = fc.array(said, { minLength: 1, maxLength: 7 }).map((all) => all.map((one, index) => made(one, index + 1)));
const dayAndArrival = day.chain((all) =>
  fc.shuffledSubarray(all, { minLength: all.length }).map((arrived) => ({ all, arrived })),
);

const seen = { days: 0, overtaken: 0, beside: 0, backAgain: 0 };
afterAll(() => {
  expect(seen.days).toBeGreaterThan(90);
  expect(seen.overtaken).toBeGreaterThan(50);
  expect(seen.beside).toBeGreaterThan(5);
  expect(seen.backAgain).toBeGreaterThan(20);
});

test('a portion is counted once, in whatever order what was told and what the driver recorded arrive', () => {
  fc.assert(
    fc.property(dayAndArrival, ({ all, arrived }) => {
      const corrections = withdrawalsOf(all);
      const counting = countedOnce(all, corrections).map((one) => one.id);
      expect(
        countedOnce(arrived, corrections)
          .map((one) => one.id)
          .toSorted(),
      ).toEqual(counting.toSorted());
      seen.days += 1;
      const stands = all.filter(({ body }) => body.corrections.length === 0);
      const ofRun = stands.filter(({ body }) => body.run !== null);
      const own = ofRun.filter(({ body }) => body.how !== 'told' && body.how !== 'desk');
      const written = ofRun.filter(({ body }) => body.how === 'desk');
      // Beside the driver's own records nothing else counts; else paper; else what was told, each wording once.
      const units = (some: readonly Delivery[]): number =>
        some.reduce((sum, { body }) => sum + body.lines.reduce((all_, { count }) => all_ + count, 0), 0);
      const toldOnce = [...new Map(ofRun.map((one) => [units([one]), one])).values()];
      const expected = units(own.length > 0 ? own : written.length > 0 ? written : toldOnce);
      const counted = stands.filter((one) => counting.includes(one.id) && one.body.run !== null);
      expect(units(counted)).toBe(expected);
      seen.overtaken += overtakenBy(all, corrections).size;
      seen.beside += stands.filter(({ id: key, body }) => body.run === null && !counting.includes(key)).length;
    }),
  );
});

test('beside the runs one call and one record of the same are one, and never more than that', () => {
  fc.assert(
    fc.property(day, (all) => {
      const corrections = withdrawalsOf(all);
      const beside = all.filter(({ body }) => body.run === null && body.corrections.length === 0);
      for (const units of [10, 20]) {
        const same = beside.filter(({ body }) => body.lines[0]?.count === ((units * 1_000) as Count));
        const own = same.filter(({ body }) => body.how !== 'told' && body.how !== 'desk').length;
        const heard = same.length - own;
        const counting = countedOnce(all, corrections).filter((one) => same.includes(one));
        expect(counting).toHaveLength(Math.max(own, heard));
      }
    }),
  );
});

test('when the driver’s own record is taken back, what was told counts again', () => {
  fc.assert(
    fc.property(day, fc.nat(), (all, which) => {
      const told = made({ how: 'told', run: 'run', units: 30, isWithdrawn: false }, 500);
      const stands = all.filter(({ body }) => body.run !== null);
      const one = stands[which % Math.max(stands.length, 1)];
      if (one === undefined) return;
      const others = all.filter(({ body }) => body.run === null);
      const back = { ...one, body: { ...one.body, how: 'atStop' as const, corrections: [withdrawal(600)] } };
      const before = { ...back, body: { ...back.body, corrections: [] } };
      const corrections = withdrawalsOf([...others, back]);
      const ids = (some: readonly Delivery[]) => countedOnce(some, corrections).map((row) => row.id);
      expect(ids([...others, before, told])).not.toContain(told.id);
      expect(ids([...others, back, told])).toContain(told.id);
      seen.backAgain += 1;
    }),
  );
});

test('the board, the day, the run and the tray agree on what counts; other amounts are told in the tray', () => {
  const stops = [{ checkpoint: post, lines: [amount(tea, 20)] }];
  const ahead = { label: '', on: TODAY, window: null, kitchen: null, driver: null, answer: 'none' as const };
  const body = { ...ahead, stops, loaded: [], status: 'underWay' as const, reason: '', importedFrom: null };
  const runs = [{ id: run, body: { ...body, hasLeftPhone: false } }];
  const told = made({ how: 'told', run: 'run', units: 20, isWithdrawn: false }, 1);
  const own = made({ how: 'atStop', run: 'run', units: 18, isWithdrawn: false }, 2);
  const rows = { runs, deliveries: [told, own], correctionsById: new Map(), windowsById: new Map() };
  const [progress] = runProgress(runs[0]?.body ?? body, rows.deliveries, rows.correctionsById);
  expect(progress?.records.map(({ delivery }) => delivery)).toEqual([own.id]);
  const now = { today: TODAY, minuteOfDay: 0 };
  expect(dayOverview(rows, now).totals).toMatchObject([{ item: tea, delivered: 18_000 }]);
  expect(coversOfDay(rows).besides).toMatchObject([{ delivered: [{ item: tea, count: 18_000 }] }]);
  const tray = (deliveries: readonly Delivery[]) =>
    reviewTray({ deliveries, correctionsById: new Map(), asides: [], reviewsById: new Map() }).open;
  expect(tray(rows.deliveries)).toMatchObject([
    {
      records: [
        { id: told.id, isOvertaken: true, oddities: ['toldOtherwise'] },
        { id: own.id, isOvertaken: false, oddities: ['toldOtherwise'] },
      ],
    },
  ]);
  expect(tray([told, made({ how: 'atStop', run: 'run', units: 20, isWithdrawn: false }, 3)])).toEqual([]);
});

const trayOf = (...deliveries: readonly Delivery[]) =>
  reviewTray({ deliveries, correctionsById: withdrawalsOf(deliveries), asides: [], reviewsById: new Map() }).open;
const change = (one: Delivery, body: Partial<DeliveryBody>): Delivery => ({ ...one, body: { ...one.body, ...body } });
const [told, beside] = [
  made({ how: 'told', run: 'run', units: 20, isWithdrawn: false }, 1),
  made({ how: 'atStop', run: null, units: 20, isWithdrawn: false }, 2),
];

test('told on a run and recorded beside the runs it may be one delivery: both count, and somebody is asked', () => {
  expect(countedOnce([told, beside], new Map())).toHaveLength(2);
  expect(perhapsSame([told, beside], new Map())).toEqual(
    new Map([
      [told.id, beside.id],
      [beside.id, told.id],
    ]),
  );
  expect(trayOf(told, beside)).toMatchObject([
    {
      records: [
        { id: told.id, oddities: ['perhapsSame'] },
        { id: beside.id, oddities: ['perhapsSame'] },
      ],
    },
  ]);
});

const window = id(900);
const other = { ...beside.body, lines: [amount(tea, 19)] };
test.each<[string, Delivery, Delivery]>([
  ['other amounts', told, { ...beside, body: other }],
  ['another day', told, change(beside, { on: '2026-01-16' as typeof TODAY })],
  ['another place', told, change(beside, { checkpoint: run })],
  ['another window', change(told, { window: id(901) }), change(beside, { window })],
  ['two records of drivers', change(told, { how: 'atStop' }), beside],
  ['one that was taken back', told, change(beside, { corrections: [withdrawal(2)] })],
  ['nothing at all', change(told, { lines: [] }), change(beside, { lines: [] })],
])('%s: nobody is asked', (_what, one, another) => {
  expect(trayOf(one, another)).toEqual([]);
});

test('a window that nobody knows is no other window, and each record is asked about once', () => {
  const again = change({ ...beside, id: id(3) }, { window });
  expect(perhapsSame([change(told, { window }), beside, again], new Map()).size).toBe(2);
});

test('what was told counts no more when the driver’s record of its run is there: then nobody is asked', () => {
  const own = made({ how: 'atStop', run: 'run', units: 20, isWithdrawn: false }, 4);
  expect(trayOf(told, beside, own)).toEqual([]);
});

test('a run that was at a place twice: each stop has its own record, and what was told of another one asks', () => {
  const own = made({ how: 'atStop', run: 'run', units: 20, isWithdrawn: false }, 5);
  const ownSecond = change({ ...own, id: id(6) }, { stop: 3 });
  const toldSecond = change(told, { stop: 3 });
  // Told of the second stop, and recorded there by the driver too: the same, though the first has a record besides.
  expect(trayOf(own, ownSecond, toldSecond)).toEqual([]);
  // Recorded at the first only: counted once, and somebody is asked whether the run was there twice.
  expect(countedOnce([own, toldSecond], new Map()).map((row) => row.id)).toEqual([own.id]);
  expect(trayOf(own, toldSecond)).toMatchObject([
    { records: [{ oddities: ['toldOtherStop'] }, { oddities: ['toldOtherStop'] }] },
  ]);
  // Only told, of both: two calls about two stops are two deliveries.
  expect(countedOnce([told, { ...toldSecond, id: id(7) }], new Map())).toHaveLength(2);
});
