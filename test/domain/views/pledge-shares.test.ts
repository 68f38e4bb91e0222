import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { DeliveryBody } from '#domain/delivery.ts';
import type { RunBody } from '#domain/run.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import type { PledgeBody } from '#domain/sponsors.ts';
import { fulfilmentReport, type ReportRows, weekUntil } from '#domain/views/fulfilment-report.ts';
import { pledgeShares, type SupplyRows } from '#domain/views/pledge-shares.ts';
import { pledgeUse } from '#domain/views/pledge-use.ts';
import { amount } from '#test/support/breakfast.ts';

const [bread, tea, post, clinic] = ['bread', 'tea', 'post', 'clinic'] as [RowId, RowId, RowId, RowId];
const [bakery, mill, other] = ['p1', 'p2', 'p3'] as [RowId, RowId, RowId];
const TODAY = '2026-01-15' as Day;

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
const delivery = (of: RowId, part: Partial<DeliveryBody> = {}): DeliveryBody => ({
  run: of,
  stop: 0,
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
const load = (pledge: RowId, units: number, item = bread) => ({ pledge, ...amount(item, units) });
const id = (text: string) => text as RowId;

function rowsOf(part: Partial<SupplyRows>): SupplyRows {
  return { loads: [], runsById: new Map(), deliveries: [], correctionsById: new Map(), ...part };
}

describe('what a pledge gave to a run', () => {
  const loads = [{ id: id('r'), body: { lines: [load(bakery, 30), load(mill, 10)] } }];

  test('is shared out in proportion, and what is not delivered is left over once the run is over', () => {
    const delivered = delivery(id('r'), { lines: [amount(bread, 20)] });
    const rows = rowsOf({
      loads,
      runsById: new Map([[id('r'), run()]]),
      deliveries: [{ id: id('d'), body: delivered }],
    });
    expect(pledgeShares(rows)).toEqual([
      expect.objectContaining({ pledge: bakery, loaded: 30_000, delivered: 15_000, leftOver: 15_000, onTheWay: 0 }),
      expect.objectContaining({ pledge: mill, loaded: 10_000, delivered: 5_000, leftOver: 5_000, onTheWay: 0 }),
    ]);
  });

  test('is on the way while the run is, and only assigned before it leaves', () => {
    const at = (status: RunBody['status']) =>
      pledgeShares(rowsOf({ loads, runsById: new Map([[id('r'), run({ status })]]) }))[0];
    expect(at('planned')).toMatchObject({ assigned: 30_000, loaded: 0, onTheWay: 0 });
    expect(at('underWay')).toMatchObject({ assigned: 30_000, loaded: 30_000, onTheWay: 30_000, leftOver: 0 });
    expect(at('completed')).toMatchObject({ loaded: 30_000, onTheWay: 0, leftOver: 30_000 });
    expect(at('cancelled')).toBeUndefined();
  });

  test('is no more than its part where the kitchen itself loaded the rest', () => {
    const rows = rowsOf({
      loads: [{ id: id('r'), body: { lines: [load(bakery, 10)] } }],
      runsById: new Map([[id('r'), run({ loaded: [amount(bread, 40)] })]]),
      deliveries: [{ id: id('d'), body: delivery(id('r')) }],
    });
    expect(pledgeShares(rows)).toEqual([expect.objectContaining({ loaded: 10_000, delivered: 10_000, leftOver: 0 })]);
  });

  test('follows a correction, and a withdrawn delivery gave nothing', () => {
    const corrected = (lines: readonly ReturnType<typeof amount>[] | null) => {
      const body = delivery(id('r'), { corrections: [id('c')] });
      const correction = {
        delivery: id('d'),
        deliveryMember: null,
        reason: null,
        note: '',
        recordedAt: 0,
        member: null,
      };
      return pledgeShares(
        rowsOf({
          loads,
          runsById: new Map([[id('r'), run()]]),
          deliveries: [{ id: id('d'), body }],
          correctionsById: new Map([[id('c'), { ...correction, lines: lines === null ? null : [...lines] }]]),
        }),
      ).map(({ delivered }) => delivered);
    };
    expect(corrected([amount(bread, 8)])).toEqual([6_000, 2_000]);
    expect(corrected(null)).toEqual([0, 0]);
  });
});

/** Worlds of a few runs, pledges and deliveries, small enough to meet every edge. */
const world = fc.record({
  runs: fc.array(
    fc.record({
      status: fc.constantFrom('planned', 'underWay', 'completed', 'abandoned', 'cancelled'),
      loaded: fc.array(fc.record({ item: fc.constantFrom(bread, tea), count: fc.nat(9_999) }), { maxLength: 2 }),
      lines: fc.array(
        fc.record({
          pledge: fc.constantFrom(bakery, mill, other),
          item: fc.constantFrom(bread, tea),
          count: fc.nat(9_999),
        }),
        { maxLength: 4 },
      ),
      delivered: fc.array(fc.record({ item: fc.constantFrom(bread, tea), count: fc.nat(9_999) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
const seen = { shares: 0, delivered: 0 };
afterAll(() => {
  expect(seen.shares).toBeGreaterThan(100);
  expect(seen.delivered).toBeGreaterThan(50);
});

test('every portion is counted once: loaded is delivered, left over or on the way, and runs give no more than they gave', () => {
  fc.assert(
    fc.property(world, ({ runs }) => {
      const rows = rowsOf({
        loads: runs.map(({ lines }, index) => ({
          id: id(`r${index}`),
          body: { lines: lines.map((line) => ({ ...line, count: line.count as Count })) },
        })),
        runsById: new Map(
          runs.map(({ status, loaded }, index) => [
            id(`r${index}`),
            run({ status, loaded: loaded.map((line) => ({ ...line, count: line.count as Count })) }),
          ]),
        ),
        deliveries: runs.flatMap(({ delivered }, index) =>
          delivered.map((line, part) => ({
            id: id(`d${index}.${part}`),
            body: delivery(id(`r${index}`), { lines: [{ ...line, count: line.count as Count }] }),
          })),
        ),
      });
      const shares = pledgeShares(rows);
      seen.shares += shares.length;
      for (const share of shares) {
        seen.delivered += share.delivered > 0 ? 1 : 0;
        expect(share.delivered + share.leftOver + share.onTheWay).toBe(share.loaded);
        for (const count of [share.delivered, share.leftOver, share.onTheWay]) expect(count).toBeGreaterThanOrEqual(0);
        expect(share.loaded).toBeLessThanOrEqual(share.assigned);
      }
      for (const [index, { delivered }] of runs.entries()) {
        for (const item of [bread, tea]) {
          const given = shares.filter((share) => share.run === `r${index}` && share.item === item);
          const handedOver = delivered.filter((line) => line.item === item).reduce((sum, line) => sum + line.count, 0);
          expect(given.reduce((sum, share) => sum + share.delivered, 0)).toBeLessThanOrEqual(handedOver);
        }
      }
    }),
    { numRuns: 300 },
  );
});

describe('a sponsor’s report', () => {
  const pledge = (part: Partial<PledgeBody> = {}): PledgeBody => ({
    sponsor: id('s'),
    item: bread,
    count: 40_000 as Count,
    from: '2026-01-12' as Day,
    until: null,
    window: null,
    district: '',
    status: 'confirmed',
    need: null,
    ...part,
  });
  const rows: ReportRows = {
    ...rowsOf({
      loads: [
        { id: id('r'), body: { lines: [load(bakery, 30), load(other, 5)] } },
        { id: id('old'), body: { lines: [load(bakery, 10)] } },
      ],
      runsById: new Map([
        [id('r'), run()],
        [id('old'), run({ on: '2025-12-31' as Day })],
      ]),
      deliveries: [
        { id: id('d1'), body: delivery(id('r'), { lines: [amount(bread, 20)] }) },
        { id: id('d2'), body: delivery(id('r'), { checkpoint: clinic, lines: [amount(bread, 15)] }) },
        { id: id('d3'), body: delivery(id('old'), { lines: [amount(bread, 10)] }) },
      ],
    }),
    pledges: [{ id: bakery, body: pledge() }],
    windowsById: new Map(),
    checkpointsById: new Map([
      [post, { district: 'Zerendi' }],
      [clinic, { district: '' }],
    ]),
  };

  test('counts the period alone, this sponsor alone, each place once, and names districts only', () => {
    const report = fulfilmentReport(rows, weekUntil(TODAY));
    expect(report).toMatchObject({ runCount: 1, checkpointCount: 2 });
    expect(report.items).toEqual([
      { item: bread, promised: 160_000, loaded: 30_000, delivered: 26_250, leftOver: 3_750, onTheWay: 0 },
    ]);
    expect(report.runs).toEqual([
      {
        run: 'r',
        on: TODAY,
        window: null,
        districts: ['Zerendi'],
        lines: [{ item: bread, loaded: 30_000, delivered: 26_250 }],
        state: 'done',
      },
    ]);
  });

  test('promises nothing by an offer that nobody took', () => {
    const offered = { ...rows, pledges: [{ id: bakery, body: pledge({ status: 'offered' }) }] };
    expect(fulfilmentReport(offered, weekUntil(TODAY)).items[0]).toMatchObject({ promised: 0 });
  });

  test('says how much of a pledge runs were given, also when it is more than was promised', () => {
    const uses = pledgeUse([{ id: bakery, body: pledge({ until: TODAY }) }], rows, { from: TODAY, to: TODAY });
    expect(uses.get(bakery)).toEqual({ promised: 40_000, drawn: 30_000 });
  });
});
