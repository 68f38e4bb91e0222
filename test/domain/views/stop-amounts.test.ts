import { expect, test } from 'vitest';
import type { Count, RowId } from '#domain/scalars.ts';
import { amountsForReason, amountStep, linesToRecord, quickAmounts } from '#domain/views/stop-amounts.ts';

const count = (units: number) => (units * 1_000) as Count;
const line = (units: number) => ({ item: 'tea' as RowId, count: count(units) });
const offered = (units: number) =>
  quickAmounts(count(units)).map(({ name, count: offer }) => `${name} ${offer / 1_000}`);

test('all, five fewer, half and none are offered', () => {
  expect(offered(20)).toEqual(['planned 20', 'fewer 15', 'half 10', 'none 0']);
});

test('no amount is offered twice, and none is negative', () => {
  expect(offered(10)).toEqual(['planned 10', 'fewer 5', 'none 0']);
  expect(offered(5)).toEqual(['planned 5', 'fewer 0', 'half 2']);
  expect(offered(3)).toEqual(['planned 3', 'half 1', 'none 0']);
  expect(offered(0)).toEqual(['planned 0']);
});

test('a plan in halves is halved exactly and steps in halves', () => {
  expect(offered(2.5)).toEqual(['planned 2.5', 'half 1.25', 'none 0']);
  expect([amountStep(count(2.5)), amountStep(count(3))]).toEqual([500, 1_000]);
});

test('a reason for which nobody took anything sets untouched amounts to nothing, and leaves chosen ones', () => {
  expect(amountsForReason('closed', [line(20)], [line(20)])).toEqual([line(0)]);
  expect(amountsForReason('closed', [line(20)], [line(5)])).toEqual([line(5)]);
  expect(amountsForReason('notEnough', [line(20)], [line(20)])).toEqual([line(20)]);
});

test('nothing is recorded as an empty list', () => {
  expect(linesToRecord([line(0)])).toEqual([]);
  expect(linesToRecord([line(0), line(2)])).toEqual([line(2)]);
});
