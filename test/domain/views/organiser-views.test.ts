import { describe, expect, test } from 'vitest';

import type { ContactBody, DeviceBody } from '#domain/people.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { deliveryHistory } from '#domain/views/delivery-history.ts';
import { firstStepsOf } from '#domain/views/first-steps.ts';
import { lastHeardByMember } from '#domain/views/last-heard.ts';

describe('when a member was last heard', () => {
  const device = (id: string, member: string) => ({ id: id as RowId, body: { member: member as RowId } as DeviceBody });
  const contact = (id: string, heardAt: number) => ({ id: id as RowId, body: { heardAt } as ContactBody });

  test('is when any of their phones was', () => {
    const heard = lastHeardByMember(
      [device('one', 'anna'), device('two', 'anna'), device('three', 'bolat')],
      [contact('one', 100), contact('two', 300), contact('gone', 900)],
    );
    expect([...heard]).toEqual([['anna', 300]]);
  });
});

describe('the first steps of a branch', () => {
  const nothing = { items: 0, windows: 0, kitchens: 0, checkpoints: 0, drivers: 0, runs: 0 };

  test('name the next one in their order', () => {
    expect(firstStepsOf(nothing)).toEqual({ done: new Set(), next: 'items' });
    expect(firstStepsOf({ ...nothing, items: 3, kitchens: 1 })).toEqual({
      done: new Set(['items', 'kitchens']),
      next: 'windows',
    });
  });

  test('are over with the first run', () => {
    expect(firstStepsOf({ ...nothing, runs: 1 })).toBeNull();
  });
});

test('the history of a delivery tells everything that was said, oldest first', () => {
  const ids = ['c1', 'c2', 'c3'].map((id) => id as RowId);
  const lines = [{ item: 'tea' as RowId, count: 5_000 as Count }];
  const said = { delivery: 'd' as RowId, deliveryMember: null, reason: null, note: '', recordedAt: 2, member: null };
  const corrections = new Map([
    [ids[0] as RowId, { ...said, lines }],
    [ids[2] as RowId, { ...said, lines: null, note: 'wrong place' }],
  ]);
  const delivery = {
    run: null,
    stop: null,
    checkpoint: 'bridge' as RowId,
    on: '2026-01-15' as Day,
    window: null,
    lines: [],
    reason: 'closed' as const,
    note: '',
    how: 'atStop' as const,
    recordedAt: 1,
    member: null,
    device: null,
    flags: [],
    corrections: ids,
  };
  const steps = deliveryHistory('d' as RowId, delivery, corrections);
  expect(steps.map(({ type, id, note }) => [type, id, note])).toEqual([
    ['recorded', 'd', ''],
    ['corrected', 'c1', ''],
    ['withdrawn', 'c3', 'wrong place'],
  ]);
});
