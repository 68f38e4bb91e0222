import { beforeEach, expect, test } from 'vitest';

import { followSet } from '#app/file-sets.ts';
import { useVersionStanding } from '#screens/common/new-version.ts';
import type { SyncEngine, SyncState } from '#sync/sync-state.ts';
import { inHand, type InHand } from '#test/support/in-hand.ts';

beforeEach(() => useVersionStanding.setState({ sets: {} }));

const standing = () => useVersionStanding.getState().sets.organiser;

/** An engine that hears the server when a test says so. */
function engineInHand() {
  const listeners = new Set<() => void>();
  let state: SyncState = { type: 'idle', lastHeardAt: null, trouble: null, nextTryAt: null };
  const sync: SyncEngine = {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
    syncNow: () => undefined,
    stop: () => undefined,
  };
  const tell = (next: Partial<SyncState>) => {
    state = { ...state, ...next };
    listeners.forEach((listener) => listener());
  };
  return { sync, tell, listeners };
}

test('a set that is not to be had is asked for again when the server was heard, and not before', async () => {
  const { sync, tell, listeners } = engineInHand();
  const answers: InHand<boolean>[] = [];
  const hold = () => {
    const answer = inHand<boolean>();
    answers.push(answer);
    return answer.promise;
  };
  const leave = followSet('organiser', sync, hold);
  expect(standing()).toBe('coming');
  answers[0]?.resolve(false);
  await answers[0]?.promise;
  expect(standing()).toBe('notHeld');
  tell({ type: 'waiting', trouble: 'unreachable' });
  expect(answers).toHaveLength(1);
  tell({ type: 'idle', lastHeardAt: 1, trouble: null });
  expect(standing()).toBe('coming');
  answers[1]?.resolve(true);
  await answers[1]?.promise;
  expect(standing()).toBe('held');
  tell({ lastHeardAt: 2 });
  expect(answers).toHaveLength(2);
  leave();
  expect(listeners.size).toBe(0);
});

test('a browser that does not let the worker be asked holds nothing, and that is no crash', async () => {
  const { sync } = engineInHand();
  const failed = Promise.reject(new Error('No worker'));
  followSet('organiser', sync, () => failed);
  await failed.catch(() => undefined);
  expect(standing()).toBe('notHeld');
});
