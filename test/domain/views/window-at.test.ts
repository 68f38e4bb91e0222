import { expect, test } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { windowAt } from '#domain/views/window-at.ts';

const window = (id: string, startMinute: number, endMinute: number, status: 'open' | 'closed' = 'open') => ({
  id: id as RowId,
  body: { name: id, startMinute, endMinute, status },
});
const windows = [window('breakfast', 420, 540), window('nighttea', 1_320, 1_560)];

test('a moment within a window is in it, its end is not', () => {
  expect(windowAt(windows, 420)).toEqual({ window: 'breakfast', began: 'today' });
  expect(windowAt(windows, 540)).toBeNull();
});

test('01:00 is in the night tea that began yesterday', () => {
  expect(windowAt(windows, 1_380)).toEqual({ window: 'nighttea', began: 'today' });
  expect(windowAt(windows, 60)).toEqual({ window: 'nighttea', began: 'yesterday' });
  expect(windowAt(windows, 120)).toBeNull();
});

test('of two windows the one that began last counts, and a closed one never', () => {
  expect(windowAt([...windows, window('early', 480, 600)], 490)?.window).toBe('early');
  expect(windowAt([...windows, window('early', 480, 600, 'closed')], 490)?.window).toBe('breakfast');
});
