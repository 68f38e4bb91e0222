import type { Clock, Random, Timer } from '#lib/ports.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { storageFailureOf } from '#store/storage-failure.ts';
import type { AheadSlot } from './ask-ahead.ts';
import type { Lock } from './lock.ts';
import { FIRST_MEMORY, nextStep, type SyncAction, type SyncEvent, type SyncMemory } from './next-step.ts';
import type { Network } from './post.ts';
import { performRound, type RoundResult } from './round.ts';
import type { SyncEngine, SyncState } from './sync-state.ts';

export type SyncPorts = {
  readonly network: Network;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly random: Random;
  readonly lock: Lock;
  /** What else is asked of the server, once all of this phone's own is settled or the phone was revoked. */
  readonly besides?: (store: PhoneStore) => Promise<RoundResult>;
  /** Tells of the page's comings and goings, until the function that it gives is called. A worker has none. */
  readonly watch?: (tell: (event: Extract<SyncEvent, { type: 'wanted' | 'shown' | 'hidden' }>) => void) => () => void;
};

/** Another window that syncs finishes a round within this; then this one tries again later. */
const LOCK_LIMIT_MS = 30_000;

/** Performs what `nextStep` decides. One for each window; the lock lets one of them speak at a time. */
export function startSync(store: PhoneStore, ports: SyncPorts): SyncEngine {
  const listeners = new Set<() => void>();
  const slot: AheadSlot = { sent: null };
  let memory: SyncMemory = FIRST_MEMORY;
  let shown: SyncState = memory;
  let cancelTimer = () => {};
  let isStopped = false;

  const happen = (event: SyncEvent): void => {
    if (isStopped) return;
    const step = nextStep(memory, event, { now: ports.clock.now(), dice: throwDice(ports.random) });
    memory = step.memory;
    for (const action of step.actions) perform(action);
    const { type, lastHeardAt, trouble, nextTryAt } = memory;
    shown = { type, lastHeardAt, trouble, nextTryAt };
    for (const listener of listeners) listener();
  };
  const perform = (action: SyncAction): void => {
    if (action.type === 'startRound') void round(store, action.batchBytes, ports, slot).then((event) => happen(event));
    else cancelTimer();
    if (action.type === 'setTimer')
      cancelTimer = ports.timer.after(action.afterMs, () => happen({ type: 'timerRang' }));
  };
  const unwatch = ports.watch?.(happen) ?? (() => {});
  happen({ type: 'wanted' });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => shown,
    syncNow: () => happen({ type: 'wanted' }),
    stop: () => {
      isStopped = true;
      cancelTimer();
      unwatch();
    },
  };
}

/** One round under the lock, and what came of it. */
export async function round(
  store: PhoneStore,
  batchBytes: number,
  ports: SyncPorts,
  slot: AheadSlot,
): Promise<SyncEvent> {
  try {
    const locked = await ports.lock('sync', LOCK_LIMIT_MS, () => roundAndBesides(store, batchBytes, ports, slot));
    return locked.ok ? eventOf(locked.value) : { type: 'failed', trouble: 'busy', retryAfterMs: null };
  } catch (error) {
    // The phone's storage: closed by another window, lost, full. All that was saved is saved; the next try reads it anew.
    if (storageFailureOf(error) === 'bug') throw error;
    await store.revive();
    return { type: 'failed', trouble: 'storageLost', retryAfterMs: null };
  }
}

async function roundAndBesides(...[store, batchBytes, ports, slot]: Parameters<typeof round>): Promise<RoundResult> {
  const result = await performRound(store, batchBytes, ports, slot);
  if (ports.besides === undefined) return result;
  if (result.type === 'failed' && result.trouble === 'revoked') await ports.besides(store);
  return result.type === 'done' && !result.isMore ? ports.besides(store) : result;
}

function eventOf(result: RoundResult): SyncEvent {
  if (result.type === 'failed') return result;
  return { type: 'succeeded', isMore: result.type === 'done' && result.isMore };
}

/** From 0 to 1. */
function throwDice(random: Random): number {
  return (random.bytes(1)[0] ?? 0) / 255;
}
