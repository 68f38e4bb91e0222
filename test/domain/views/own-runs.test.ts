import { expect, test } from 'vitest';
import type { Day } from '#domain/scalars.ts';
import { ownRuns, type RunToOrder } from '#domain/views/own-runs.ts';

const today = '2026-11-24' as Day;
const noon = { today, minuteOfDay: 720 };
const window = (startMinute: number, endMinute = startMinute + 120) => ({ startMinute, endMinute });
const run = (label: string, part: Partial<RunToOrder>) => ({
  label,
  on: today,
  status: 'planned' as const,
  answer: 'none' as const,
  window: window(420),
  ...part,
});
const labels = (runs: readonly { readonly label: string }[]) => runs.map(({ label }) => label);

test('the run under way is first, then by day and window, what was given back or cancelled last', () => {
  const { current } = ownRuns(
    [
      run('given back', { answer: 'declined', window: window(0) }),
      run('cancelled', { status: 'cancelled' }),
      run('tomorrow', { on: '2026-11-25' as Day }),
      run('dinner', { window: window(1_080) }),
      run('lunch', { window: window(720) }),
      run('under way', { status: 'underWay', window: window(1_200) }),
    ],
    noon,
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
      run('cancelled yesterday', { on: yesterday, status: 'cancelled', window: window(300) }),
    ],
    noon,
  );
  expect(labels(current)).toEqual(['forgotten']);
  expect(labels(earlier)).toEqual(['done today', 'done yesterday', 'cancelled yesterday']);
});

test('a night’s tea that is cancelled after midnight stays in sight until its window is over', () => {
  const nightTea = run('night tea', { on: '2026-11-23' as Day, status: 'cancelled', window: window(1_350, 1_560) });
  expect(labels(ownRuns([nightTea], { today, minuteOfDay: 30 }).current)).toEqual(['night tea']);
  expect(labels(ownRuns([nightTea], { today, minuteOfDay: 120 }).earlier)).toEqual(['night tea']);
});
