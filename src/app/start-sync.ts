import { unsentCount } from '#store/queries/unsent-count.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { startSync, type SyncPorts } from '#sync/engine.ts';
import type { RoundResult } from '#sync/round.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { watchPage } from '#sync/watch-page.ts';
import { sendInBackground } from './background-sync.ts';

/** The engine of a page; a chunk of its own. */
export function startPageSync(store: PhoneStore, ports: Omit<SyncPorts, 'watch' | 'besides'>): SyncEngine {
  const besides = (asking: PhoneStore): Promise<RoundResult> => readBranchesLate(asking, ports);
  const engine = startSync(store, { ...ports, watch: watchPage, besides });
  sendInBackground(engine, async () => (await unsentCount(store)).unsent > 0);
  return engine;
}

/** Only coordinators' phones load what reads the branches. */
async function readBranchesLate(store: PhoneStore, ports: Omit<SyncPorts, 'watch'>): Promise<RoundResult> {
  if ((await store.identity())?.role !== 'coordinator') return { type: 'done', isMore: false };
  const loaded = await import('#sync/read-branches.ts').catch(() => undefined);
  if (loaded === undefined) return { type: 'failed', trouble: 'unreachable', retryAfterMs: null };
  return loaded.readBranches(store, ports);
}
