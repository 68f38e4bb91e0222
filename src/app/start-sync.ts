import { unsentCount } from '#store/queries/unsent-count.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { startSync, type SyncPorts } from '#sync/engine.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { watchPage } from '#sync/watch-page.ts';
import { sendInBackground } from './background-sync.ts';

/** The engine of a page; a chunk of its own. */
export function startPageSync(store: PhoneStore, ports: Omit<SyncPorts, 'watch'>): SyncEngine {
  const engine = startSync(store, { ...ports, watch: watchPage });
  sendInBackground(engine, async () => (await unsentCount(store)).unsent > 0);
  return engine;
}
