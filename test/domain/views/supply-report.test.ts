import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { RunBody } from '#domain/run.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import type { PledgeBody } from '#domain/sponsors.ts';
import { pledgeShares } from '#domain/views/pledge-shares.ts';
import { OWN, type ReportBy, reportBys, type ReportQuestion, supplyReport } from '#domain/views/supply-report.ts';
import { type SumRows, supplySums } from '#domain/views/supply-sums.ts';
import { amount } from '#test/support/breakfast.ts';

const id = (text: string) => text as RowId;
const [bread, tea, post, clinic] = ['bread', 'tea', 'post', 'clinic'].map(id) as [RowId, RowId, RowId, RowId];
const [bakery, mill] = ['p1', 'p2'].map(id) as [RowId, RowId];
const TODAY = '2026-01-15' as Day;
const TOMORROW = '2026-01-16' as Day;

const run = (part: Partial<RunBody> = {}): RunBody => ({
  label: '',
  on: TODAY,
  window: null,
  kitchen: null,
  driver: null,
  answer: 'accepted',
  stops: [{ checkpoint: post, lines: [amount(bread, 40)] }],
  loaded: [],
  status: 'completed',
  reason: '',
  importedFrom: null,
  hasLeftPhone: false,
  ...part,
});
const delivery = (of: RowId | null, part: Partial<DeliveryBody> = {}): DeliveryBody => ({
  run: of,
  stop: null,
  checkpoint: post,
  on: TODAY,
  window: null,
  lines: [amount(bread, 40)],
  reason: null,
  note: '',
  how: 'atStop',
  recordedAt: 0,
  member: null,
  device: null,
  flags: [],
  corrections: [],
  ...part,
});
const correction = (of: RowId, lines: CorrectionBody['lines']): CorrectionBody => ({
  delivery: of,
  deliveryMember: null,
  lines,
  reason: null,
  note: '',
  recordedAt: 0,
  member: null,
});
const pledge = (sponsor: string, item = bread): PledgeBody => ({
  sponsor: id(sponsor),
  item,
  count: 40_000 as Count,
  from: TODAY,
  until: null,
  window: null,
  district: '',
  status: 'confirmed',
  need: null,
});
const pledges = [
  { id: bakery, body: pledge('Ak Nan') },
  { id: mill, body: pledge('Mill') },
];
const checkpointsById = new Map([
  [post, { district: 'Zerendi' }],
  [clinic, { district: 'Burabay' }],
]);
const ask = (by: ReportBy, part: Partial<ReportQuestion> = {}): ReportQuestion => {
  const all = { sponsor: null, item: null, district: null } as const;
  return { from: TODAY, to: TOMORROW, by, ...all, ...part };
};
const reportOn = (rows: SumRows, question: ReportQuestion) => {
  const within = [...supplySums(rows).values()].flat().filter(({ on }) => on >= question.from && on <= question.to);
  return supplyReport(within, pledges, question);
};

/** Two sponsors' bread to two districts; a corrected delivery, one that was withdrawn, and one outside any run. */
const rows: SumRows = {
  loads: [
    {
      id: id('r'),
      body: {
        lines: [
          { pledge: bakery, ...amount(bread, 30) },
          { pledge: mill, ...amount(bread, 10) },
        ],
      },
    },
  ],
  runsById: new Map([
    [id('r'), run()],
    [id('kitchen'), run({ on: TOMORROW })],
  ]),
  deliveries: [
    { id: id('d1'), body: delivery(id('r'), { lines: [amount(bread, 40)], corrections: [id('c1')] }) },
    { id: id('d2'), body: delivery(id('r'), { checkpoint: clinic, lines: [amount(bread, 20)] }) },
    { id: id('d3'), body: delivery(id('r'), { corrections: [id('c2')] }) },
    { id: id('d4'), body: delivery(id('kitchen'), { lines: [amount(tea, 5)] }) },
    { id: id('d5'), body: delivery(null, { lines: [amount(bread, 3)] }) },
  ],
  correctionsById: new Map([
    [id('c1'), correction(id('d1'), [amount(bread, 12)])],
    [id('c2'), correction(id('d3'), null)],
  ]),
  checkpointsById,
};

describe('the organisation’s report', () => {
  test('says by sponsor what was promised, loaded, delivered and left over, and what was the kitchen’s own', () => {
    expect(reportOn(rows, ask('sponsor', { item: bread })).lines).toEqual([
      {
        group: 'Ak Nan',
        item: bread,
        promised: 80_000,
        loaded: 30_000,
        delivered: 24_000,
        leftOver: 6_000,
        onTheWay: 0,
      },
      { group: 'Mill', item: bread, promised: 80_000, loaded: 10_000, delivered: 8_000, leftOver: 2_000, onTheWay: 0 },
      { group: OWN, item: bread, promised: null, loaded: null, delivered: 3_000, leftOver: null, onTheWay: null },
    ]);
  });

  test('says by district what arrived there, and of one sponsor alone', () => {
    const told = (part: Partial<ReportQuestion>) =>
      reportOn(rows, ask('district', part)).lines.map(({ group, item, delivered }) => [group, item, delivered]);
    expect(told({})).toEqual([
      ['Burabay', bread, 20_000],
      ['Zerendi', bread, 15_000],
      ['Zerendi', tea, 5_000],
    ]);
    expect(told({ sponsor: id('Mill') })).toEqual([
      ['Burabay', bread, 5_000],
      ['Zerendi', bread, 3_000],
    ]);
    expect(reportOn(rows, ask('sponsor', { district: 'Burabay' })).lines[0]).toMatchObject({
      group: 'Ak Nan',
      promised: null,
      loaded: null,
      delivered: 15_000,
    });
  });

  test('goes through days and months in their order', () => {
    expect(reportOn(rows, ask('day')).lines.map(({ group, item }) => [group, item])).toEqual([
      [TODAY, bread],
      [TOMORROW, tea],
    ]);
    expect(reportOn(rows, ask('month')).lines.map(({ group, delivered }) => [group, delivered])).toEqual([
      ['2026-01', 35_000],
      ['2026-01', 5_000],
    ]);
  });
});

const line = fc.record({
  item: fc.constantFrom(bread, tea),
  count: fc.nat(9_999).map((count) => count as Count),
});
const givenRun = fc.record({
  status: fc.constantFrom('planned', 'underWay', 'completed', 'abandoned', 'cancelled'),
  on: fc.constantFrom(TODAY, TOMORROW),
  loads: fc.array(fc.record({ pledge: fc.constantFrom(bakery, mill), line }), { maxLength: 4 }),
  deliveries: fc.array(
    fc.record({
      line,
      checkpoint: fc.constantFrom(post, clinic),
      corrected: fc.constantFrom('not', 'withdrawn', 'other'),
      other: line,
      isOfRun: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
});
const seen = { delivered: 0, shared: 0 };
afterAll(() => {
  expect(seen.delivered).toBeGreaterThan(100);
  expect(seen.shared).toBeGreaterThan(50);
});

type GivenRun = typeof givenRun extends fc.Arbitrary<infer T> ? T : never;

function worldOf(runs: readonly GivenRun[]): SumRows {
  const correctionsById = new Map<RowId, CorrectionBody>();
  const deliveries = runs.flatMap((given, index) =>
    given.deliveries.map(({ line: handed, checkpoint, corrected, other, isOfRun }, part) => {
      const own = id(`d${index}.${part}`);
      if (corrected !== 'not')
        correctionsById.set(id(`c${index}.${part}`), correction(own, corrected === 'other' ? [other] : null));
      const corrections = corrected === 'not' ? [] : [id(`c${index}.${part}`)];
      const run_ = isOfRun ? id(`r${index}`) : null;
      return { id: own, body: delivery(run_, { on: given.on, lines: [handed], checkpoint, corrections }) };
    }),
  );
  return {
    loads: runs.map(({ loads }, index) => ({
      id: id(`r${index}`),
      body: { lines: loads.map(({ pledge: from, line: of }) => ({ pledge: from, ...of })) },
    })),
    runsById: new Map(runs.map(({ status, on }, index) => [id(`r${index}`), run({ status, on })])),
    deliveries,
    correctionsById,
    checkpointsById,
  };
}

test('whatever it is asked by, it adds up to what was delivered, and each pledge’s part to what its sponsor is told', () => {
  fc.assert(
    fc.property(fc.array(givenRun, { minLength: 1, maxLength: 4 }), (runs) => {
      const world = worldOf(runs);
      const counted = runs.flatMap(({ deliveries }) =>
        deliveries.flatMap(({ line: handed, corrected, other }) =>
          corrected === 'not' ? [handed] : corrected === 'other' ? [other] : [],
        ),
      );
      for (const item of [bread, tea]) {
        const delivered = counted.filter((one) => one.item === item).reduce((sum, { count }) => sum + count, 0);
        seen.delivered += delivered > 0 ? 1 : 0;
        for (const by of reportBys) {
          const { lines, totals } = reportOn(world, ask(by, { item }));
          expect(lines.reduce((sum, one) => sum + one.delivered, 0)).toBe(delivered);
          expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(delivered);
        }
      }
      const sums = [...supplySums(world).values()].flat();
      const shares = pledgeShares(world);
      for (const from of [bakery, mill]) {
        for (const field of ['loaded', 'delivered', 'leftOver', 'onTheWay'] as const) {
          const total = (parts: readonly (Record<typeof field, number> & { readonly pledge: RowId | null })[]) =>
            parts.filter((part) => part.pledge === from).reduce((sum, part) => sum + part[field], 0);
          seen.shared += total(shares) > 0 ? 1 : 0;
          expect(total(sums)).toBe(total(shares));
        }
      }
    }),
    { numRuns: 300 },
  );
});
