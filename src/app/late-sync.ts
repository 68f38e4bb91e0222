import type { Timer } from '#lib/ports.ts';
import type { SyncEngine, SyncState } from '#sync/sync-state.ts';

/** Nothing is known of the network before the engine is there. */
const BEFORE: SyncState = { type: 'idle', lastHeardAt: null, trouble: null, nextTryAt: null };
/** The engine did not come: the network went away before the app was on this phone as a whole. */
const NOT_LOADED: SyncState = { ...BEFORE, type: 'waiting', trouble: 'unreachable' };
const LOAD_AGAIN_MS = 10_000;

/**
 * An engine that is loaded after the first screen has been drawn: what a driver waits for is the next stop, not the network.
 * It tries as soon as it is there, so a wish from before needs no memory.
 *
 *   loading --here--> the engine itself
 *      ^  `--not to be had--> unreachable --ten seconds--.
 *      `------------------------------------------------'
 */
export function lateSync(load: () => Promise<SyncEngine>, timer: Timer): SyncEngine {
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  let engine: SyncEngine | undefined;
  let before = BEFORE;
  let isStopped = false;
  let cancel = (): void => undefined;
  const take = (loaded: SyncEngine): void => {
    if (isStopped) return loaded.stop();
    engine = loaded;
    engine.subscribe(tell);
    tell();
  };
  const attempt = (): void => {
    load().then(take, () => {
      if (isStopped) return;
      before = NOT_LOADED;
      cancel = timer.after(LOAD_AGAIN_MS, attempt);
      tell();
    });
  };
  attempt();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => engine?.getState() ?? before,
    syncNow: () => engine?.syncNow(),
    stop: () => {
      isStopped = true;
      cancel();
      engine?.stop();
    },
  };
}
