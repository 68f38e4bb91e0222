import { expect, test } from 'vitest';

import { lateSync } from '#app/late-sync.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';

function engine(heard: string[]): SyncEngine {
  return {
    subscribe: () => () => undefined,
    getState: () => ({ type: 'syncing', lastHeardAt: null, trouble: null, nextTryAt: null }),
    syncNow: () => heard.push('now'),
    stop: () => heard.push('stop'),
  };
}

test('before the engine is there nothing is claimed, afterwards it speaks for itself', async () => {
  const heard: string[] = [];
  const loading = Promise.resolve(engine(heard));
  const late = lateSync(() => loading, manualTime(0).timer);
  late.syncNow();
  expect(late.getState()).toMatchObject({ type: 'idle', trouble: null });
  await loading;
  expect(late.getState().type).toBe('syncing');
  late.syncNow();
  expect(heard).toEqual(['now']);
});

test('an engine that cannot be fetched is fetched again, and meanwhile the server counts as unreachable', async () => {
  const time = manualTime(0);
  let tries = 0;
  const heard: string[] = [];
  const late = lateSync(() => {
    tries += 1;
    return tries < 3 ? Promise.reject(new Error('No network')) : Promise.resolve(engine(heard));
  }, time.timer);
  const changed = () => new Promise<void>((resolve) => void late.subscribe(() => resolve()));
  await changed();
  expect(late.getState().trouble).toBe('unreachable');
  for (let wait = 0; wait < 2; wait += 1) {
    const next = changed();
    time.advance(10_000);
    await next;
  }
  expect(tries).toBe(3);
  expect(late.getState().type).toBe('syncing');
});

test('an engine that comes after the app has gone is stopped at once', async () => {
  const heard: string[] = [];
  const loading = Promise.resolve(engine(heard));
  lateSync(() => loading, manualTime(0).timer).stop();
  await loading;
  expect(heard).toEqual(['stop']);
});
