import { expect, test } from 'vitest';

import type { Timer } from '#lib/ports.ts';
import { withinLimit } from '#lib/time-limit.ts';

/** A timer that rings when the test says so. */
function manualTimer() {
  const waiting = new Set<() => void>();
  const timer: Timer = {
    after: (_delayMs, callback) => {
      waiting.add(callback);
      return () => waiting.delete(callback);
    },
  };
  return { timer, waiting, ring: () => [...waiting].forEach((callback) => callback()) };
}

test('work that ends in time gives its answer, and the timer is put away', async () => {
  const { timer, waiting } = manualTimer();
  expect(await withinLimit(Promise.resolve('done'), 10, () => 'late', timer)).toBe('done');
  await Promise.resolve();
  expect(waiting.size).toBe(0);
});

test('work that does not end is answered for, and what comes later is ignored', async () => {
  const { timer, ring } = manualTimer();
  let end: (value: string) => void = () => {};
  const answer = withinLimit(new Promise<string>((resolve) => (end = resolve)), 10, () => 'late', timer);
  ring();
  end('done');
  expect(await answer).toBe('late');
});

test('work that fails in time fails', async () => {
  const { timer } = manualTimer();
  await expect(withinLimit(Promise.reject(new Error('no')), 10, () => 'late', timer)).rejects.toThrow('no');
});
