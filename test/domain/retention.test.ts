import { describe, expect, test } from 'vitest';

import { audiencesOf, grantsOf, projectionsOf } from '#domain/audiences.ts';
import { forget, horizonOf } from '#domain/retention.ts';
import type { Body, Row } from '#domain/rows.ts';
import type { BranchId, Count, Day, DeviceId, RowId } from '#domain/scalars.ts';

const branch = 'kokshetau' as BranchId;
const driver = 'd'.repeat(16) as RowId;
const horizon = horizonOf(Date.UTC(2026, 0, 31), (at) => new Date(at).toISOString().slice(0, 10));

test('who delivered is forgotten earlier where fewer days are set, and never later than promised', () => {
  const toText = (at: number) => new Date(at).toISOString().slice(0, 10);
  const before = (days: number) => horizonOf(Date.UTC(2026, 0, 31), toText, days).personsBefore;
  expect([before(7), before(30), before(400)]).toEqual(['2026-01-24', '2026-01-01', '2026-01-01']);
});

const run = (on: string): Row<'run'> => ({
  kind: 'run',
  id: '1' as RowId,
  body: {
    label: '',
    on: on as Day,
    window: null,
    kitchen: 'kitchen' as RowId,
    driver,
    answer: 'accepted',
    stops: [{ checkpoint: 'place' as RowId, lines: [] }],
    loaded: [],
    status: 'completed',
    reason: '',
    importedFrom: null,
    hasLeftPhone: false,
  },
});

const delivery = (on: string): Row<'delivery'> => ({
  kind: 'delivery',
  id: '2' as RowId,
  body: {
    run: null,
    stop: null,
    checkpoint: 'place' as RowId,
    on: on as Day,
    window: null,
    lines: [{ item: 'tea' as RowId, count: 20_000 as Count }],
    reason: null,
    note: '',
    how: 'atStop',
    recordedAt: Date.UTC(2026, 0, 1),
    member: driver,
    device: 'd'.repeat(16) as DeviceId,
    flags: [],
    corrections: [],
  },
});

const aside = (receivedAt: number): Row<'aside'> => ({
  kind: 'aside',
  id: '4' as RowId,
  body: {
    device: 'd'.repeat(16) as DeviceId,
    member: driver,
    number: 7,
    name: 'deliveryRecord',
    args: null,
    reason: 'revoked',
    claimedAt: receivedAt,
    receivedAt,
  },
});

describe('what is forgotten', () => {
  test('a run of four days ago leaves the driver’s phone with its places, and the organisers keep it', () => {
    const patch = forget(run('2026-01-27'), horizon);
    expect(patch?.op).toBe('put');
    const left: Row = { ...run('2026-01-27'), body: (patch as { body: Body<'run'> }).body };
    const audiences = projectionsOf(branch, left, () => undefined).map((projection) => projection.audience);
    expect(audiences).toEqual(audiencesOf(branch, driver, 'organiser'));
    expect(grantsOf(branch, left)).toEqual([]);
    expect(grantsOf(branch, run('2026-01-27'))).toHaveLength(2);
  });

  test('a run of three days ago stays', () => {
    expect(forget(run('2026-01-28'), horizon)).toBeUndefined();
  });

  test('after thirty days a delivery no longer says who made it, and still says what', () => {
    const patch = forget(delivery('2025-12-31'), horizon) as { body: Body<'delivery'> } | undefined;
    expect(patch?.body).toEqual({ ...delivery('2025-12-31').body, member: null, device: null });
    expect(forget(delivery('2026-01-01'), horizon)).toBeUndefined();
  });

  test('after thirty days what was kept aside says what came and no longer from whom', () => {
    const patch = forget(aside(Date.UTC(2025, 11, 31, 12)), horizon) as { body: Body<'aside'> } | undefined;
    expect(patch?.body).toEqual({ ...aside(Date.UTC(2025, 11, 31, 12)).body, member: null, device: null });
    expect(forget(aside(Date.UTC(2026, 0, 1, 12)), horizon)).toBeUndefined();
  });

  test('and a decision stands without whoever decided', () => {
    const review = (decidedAt: number): Row => ({
      kind: 'review',
      id: '3' as RowId,
      body: { decision: 'kept', seen: ['runClosed'], member: driver, decidedAt },
    });
    expect(forget(review(Date.UTC(2025, 11, 31)), horizon)).toMatchObject({ body: { decision: 'kept', member: null } });
    expect(forget(review(Date.UTC(2026, 0, 1)), horizon)).toBeUndefined();
  });
});
