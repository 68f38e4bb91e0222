import { browserClock, browserDisk, browserMarker, browserTimer } from '#store/browser-ports.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { StorePorts } from '#store/ports.ts';
import type { EnrolPorts } from '#sync/enrol.ts';
import { webLock } from '#sync/lock.ts';
import type { SyncEngine, SyncState } from '#sync/sync-state.ts';
import { signWith, webRandom } from '#sync/web-crypto.ts';

const DATABASE = 'dastarkhan';

const storePorts: StorePorts = {
  name: DATABASE,
  clock: browserClock,
  timer: browserTimer,
  signWith,
  disk: browserDisk,
  marker: browserMarker,
};

/** The world outside, as a browser gives it. */
export const browserPorts = {
  store: storePorts,
  forStore: (store: PhoneStore): { readonly enrol: EnrolPorts; readonly sync: () => SyncEngine } => {
    const network = { fetch: (path: string, init: RequestInit) => fetch(path, init), timer: browserTimer };
    const lock = webLock(browserTimer);
    let engine: SyncEngine | undefined;
    return {
      enrol: { store, network, clock: browserClock, random: webRandom, lock },
      sync: () => (engine ??= TEMP()),
    };
  },
};
const st: SyncState = { type: 'idle', lastHeardAt: null, trouble: null, nextTryAt: null };
function TEMP(): SyncEngine {
  return { subscribe: () => () => {}, getState: () => st, syncNow: () => {}, stop: () => {} };
}
