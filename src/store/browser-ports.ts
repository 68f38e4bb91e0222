import type { Disk, Marker } from './ports.ts';

const MARKER = 'dastarkhan-enrolled';

export const browserDisk: Disk = {
  persist: async () => ('storage' in navigator && 'persist' in navigator.storage ? navigator.storage.persist() : null),
  usedBytes: async () =>
    'storage' in navigator && 'estimate' in navigator.storage
      ? ((await navigator.storage.estimate()).usage ?? null)
      : null,
};

/** Two places, since browsers clear them apart; the service worker has only the second. */
export const browserMarker: Marker = {
  isSet: async () => isMarkedAtOnce() || (await isInCaches()),
  set: async () => {
    inLocalStorage((storage) => storage.setItem(MARKER, '1'));
    if ('caches' in globalThis) await (await caches.open(MARKER)).put(`/${MARKER}`, new Response('1'));
  },
  remove: async () => {
    inLocalStorage((storage) => storage.removeItem(MARKER));
    if ('caches' in globalThis) await caches.delete(MARKER);
  },
};

/** Whether somebody was enrolled here, as far as it can be told without waiting. */
export function isMarkedAtOnce(): boolean {
  return inLocalStorage((storage) => storage.getItem(MARKER) !== null);
}

async function isInCaches(): Promise<boolean> {
  return 'caches' in globalThis && caches.has(MARKER);
}

function inLocalStorage(act: (storage: Storage) => unknown): boolean {
  try {
    return 'localStorage' in globalThis && act(globalThis.localStorage) === true;
  } catch {
    // Site data may be blocked altogether; then the marker is simply not there.
    return false;
  }
}
