import { browserDisk, browserMarker } from '#store/browser-ports.ts';
import { browserClock, browserTimer } from '#store/browser-time.ts';
import { PHONE_DATABASE } from '#store/database.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { StorePorts } from '#store/ports.ts';
import type { EnrolPorts } from '#sync/enrol.ts';
import { webLock } from '#sync/lock.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import type { FormerPorts } from '#sync/send-formers.ts';
import { signWith, webRandom } from '#sync/web-crypto.ts';
import { screenDrawn } from '#screens/common/screen-drawn.ts';
import { lateSync } from './late-sync.ts';

const storePorts: StorePorts = {
  name: PHONE_DATABASE,
  clock: browserClock,
  timer: browserTimer,
  signWith,
  disk: browserDisk,
  marker: browserMarker,
};

/** The world outside, as a browser gives it. */
export const browserPorts = {
  store: storePorts,
  /** The same engine each time: one of them speaks for a window. */
  forStore: (store: PhoneStore): { readonly enrol: EnrolPorts & FormerPorts; readonly sync: () => SyncEngine } => {
    const ports = {
      network: { fetch: (path: string, init: RequestInit) => fetch(path, init), timer: browserTimer },
      clock: browserClock,
      timer: browserTimer,
      random: webRandom,
      lock: webLock(browserTimer),
    };
    let engine: SyncEngine | undefined;
    return {
      enrol: { store, ...ports },
      sync: () =>
        (engine ??= lateSync(async () => {
          await screenDrawn(store);
          return (await import('./start-sync.ts')).startPageSync(store, ports);
        }, browserTimer)),
    };
  },
};
