import type { PhoneStore } from '#store/phone-store.ts';
import { startSync, type SyncPorts } from '#sync/engine.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { watchPage } from '#sync/watch-page.ts';

/** The engine of a page; a chunk of its own. */
export function startPageSync(store: PhoneStore, ports: Omit<SyncPorts, 'watch'>): SyncEngine {
  return startSync(store, { ...ports, watch: watchPage });
}
