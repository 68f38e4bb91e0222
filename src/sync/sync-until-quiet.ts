import type { PhoneStore } from '#store/phone-store.ts';
import type { AheadSlot } from './ask-ahead.ts';
import { round, type SyncPorts } from './engine.ts';
import { FIRST_MEMORY, nextStep } from './next-step.ts';
import type { SyncState } from './sync-state.ts';

/** A browser gives a worker minutes, and a season's work goes in a dozen rounds: more would be a loop. */
const MAX_ROUNDS = 200;

/**
 * Rounds until all is sent and fetched, or one fails; for a worker, which cannot wait. It decides as a hidden page does, and
 * takes the same lock.
 */
export async function syncUntilQuiet(store: PhoneStore, ports: Omit<SyncPorts, 'watch'>): Promise<SyncState> {
  const slot: AheadSlot = { sent: null };
  const moment = () => ({ now: ports.clock.now(), dice: 0 });
  let { memory, actions } = nextStep({ ...FIRST_MEMORY, isVisible: false }, { type: 'wanted' }, moment());
  for (let count = 0; count < MAX_ROUNDS; count += 1) {
    const start = actions.find((action) => action.type === 'startRound');
    if (start === undefined) break;
    const event = await round(store, start.batchBytes, ports, slot);
    ({ memory, actions } = nextStep(memory, event, moment()));
  }
  return memory;
}
