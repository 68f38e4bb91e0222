import { expect, test } from 'vitest';
import type { Day } from '#domain/scalars.ts';
import { ownRuns, type RunToOrder } from '#domain/views/own-runs.ts';

const today = '2026-11-24' as Day;
const run = (label: string, part: Partial<RunToOrder>) => ({
  label,
  on: today,
  status: 'planned' as const,
  answer: 'none' as const,
  startMinute: 420,
  ...part,
});
const labels = (runs: readonly { readonly label: string }[]) => runs.map(({ label }) => label);

test('the run under way is first, then by day and window, what was given back or cancelled last', () => {
  const { current } = ownRuns(
    [
      run('given back', { answer: 'declined', startMinute: 0 }),
      run('cancelled', { status: 'cancelled' }),
      run('tomorrow', { on: '2026-11-25' as Day }),
      run('dinner', { startMinute: 1_080 }),
      run('lunch', { startMinute: 720 }),
      run('under way', { status: 'underWay', startMinute: 1_200 }),
    ],
    today,
  );
  expect(labels(current)).toEqual(['under way', 'lunch', 'dinner', 'tomorrow', 'given back', 'cancelled']);
});

test('what is over is earlier, the newest first; a run of yesterday that nobody ended stays', () => {
  const yesterday = '2026-11-23' as Day;
  const { current, earlier } = ownRuns(
    [
      run('forgotten', { on: yesterday, status: 'underWay' }),
      run('done yesterday', { on: yesterday, status: 'completed' }),
      run('done today', { status: 'completed' }),
      run('cancelled yesterday', { on: yesterday, status: 'cancelled', startMinute: 300 }),
    ],
    today,
  );
  expect(labels(current)).toEqual(['forgotten']);
  expect(labels(earlier)).toEqual(['done today', 'done yesterday', 'cancelled yesterday']);
});
