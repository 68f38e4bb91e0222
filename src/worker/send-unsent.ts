import { browserClock, browserTimer } from '#store/browser-time.ts';
import { PHONE_DATABASE } from '#store/database.ts';
import { openPhoneStore } from '#store/phone-store.ts';
import type { StorePorts } from '#store/ports.ts';
import { webLock } from '#sync/lock.ts';
import type { SyncState } from '#sync/sync-state.ts';
import { sendFormers } from '#sync/send-formers.ts';
import { sendPhotos } from '#sync/send-photos.ts';
import { sendCarried } from '#sync/send-carried.ts';
import { syncUntilQuiet } from '#sync/sync-until-quiet.ts';
import { signWith, webRandom } from '#sync/web-crypto.ts';

/** A worker neither asks to be kept nor marks who has enrolled: it only sends what a page has written. */
const storePorts: StorePorts = {
  name: PHONE_DATABASE,
  clock: browserClock,
  timer: browserTimer,
  signWith,
  disk: { persist: async () => null, usedBytes: async () => null },
  marker: { isSet: async () => false, set: async () => undefined, remove: async () => undefined },
};

/** Time alone mends these; the browser wakes the worker again. */
const PASSING: readonly SyncState['trouble'][] = [
  'unreachable',
  'notOurServer',
  'busy',
  'sentMuch',
  'fault',
  'storageLost',
];

/** Sends what is unsent with no page open. Rejects when the browser should wake the worker again. */
export async function sendUnsent(): Promise<void> {
  const opened = await openPhoneStore(storePorts);
  if (!opened.ok) throw new Error(`The phone's memory did not open: ${opened.error.code}`);
  const store = opened.value;
  try {
    const ports = {
      network: { fetch: (path: string, init: RequestInit) => fetch(path, init), timer: browserTimer },
      clock: browserClock,
      timer: browserTimer,
      random: webRandom,
      lock: webLock(browserTimer),
    };
    const { trouble } = await syncUntilQuiet(store, ports);
    const others = (await sendFormers(store, ports)) + (await sendCarried(store, ports));
    const waiting = others + (await sendPhotos(store, ports));
    if (PASSING.includes(trouble) || waiting > 0) throw new Error(`Not sent yet: ${trouble}, ${waiting} besides`);
  } finally {
    store.close();
  }
}
