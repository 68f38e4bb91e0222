import type { SyncEngine, SyncState } from '#sync/sync-state.ts';

/** Nothing is known of the network before the engine is there. */
const BEFORE: SyncState = { type: 'idle', lastHeardAt: null, trouble: null, nextTryAt: null };

/**
 * An engine that is loaded after the first screen has been drawn: what a driver waits for is the next stop, not the network.
 * It tries as soon as it is there, so a wish from before needs no memory.
 */
export function lateSync(load: () => Promise<SyncEngine>): SyncEngine {
  const listeners = new Set<() => void>();
  let engine: SyncEngine | undefined;
  let isStopped = false;
  void load().then((loaded) => {
    if (isStopped) return loaded.stop();
    engine = loaded;
    engine.subscribe(() => {
      for (const listener of listeners) listener();
    });
    for (const listener of listeners) listener();
    return undefined;
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => engine?.getState() ?? BEFORE,
    syncNow: () => engine?.syncNow(),
    stop: () => {
      isStopped = true;
      engine?.stop();
    },
  };
}
