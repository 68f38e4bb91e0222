import { expect, test, vi } from 'vitest';

import { insistOnWorker } from '#app/tell-worker.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';

const MESSAGE = { type: 'activateNow' } as const;

/** A worker that hears nothing so many times, and answers then. */
function deafFor(times: number, answer: 'done' | 'notDone') {
  const heard = vi.fn<(message: unknown, ports: readonly MessagePort[]) => void>();
  heard.mockImplementation((_message, [port]) => {
    if (heard.mock.calls.length > times) port?.postMessage(answer);
  });
  return { heard, worker: { postMessage: heard } as unknown as ServiceWorker };
}

test('a worker that was stopped as it was told is told again', async () => {
  const time = manualTime(0);
  const { heard, worker } = deafFor(1, 'done');
  const answer = insistOnWorker(worker, MESSAGE, time.timer);
  expect(heard).toHaveBeenCalledTimes(1);
  time.advance(5_000);
  expect(await answer).toBe(true);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('one that says no is not asked again; one that never answers does not take over', async () => {
  const time = manualTime(0);
  const no = deafFor(0, 'notDone');
  expect(await insistOnWorker(no.worker, MESSAGE, time.timer)).toBe(false);
  expect(no.heard).toHaveBeenCalledTimes(1);
  const gone = deafFor(99, 'done');
  const answer = insistOnWorker(gone.worker, MESSAGE, time.timer);
  for (const times of [1, 2, 3]) {
    await vi.waitFor(() => expect(gone.heard).toHaveBeenCalledTimes(times));
    time.advance(5_000);
  }
  expect(await answer).toBe(false);
});
