import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { type HeldSets, heldSets, type PrecachedFile } from './held-sets.ts';

declare const self: ServiceWorkerGlobalScope;

/** Answers of the server are never taken from a cache: a stale acknowledgement would be a lie. */
const NEVER_INTERCEPTED = [/^\/api(\/|$)/, /^\/healthz$/];
/** A page of its own, which needs nothing of the app. */
const SPONSOR_PAGE = /^\/sponsor$/;
/** Files whose name holds their hash: a window asks for those of the version that it runs. */
const HASHED_FILES = '/assets/';
/** Where the worker notes what must outlive it; its own memory does not outlive half a minute of rest. */
const NOTES = 'dastarkhan-worker';
const EARLIER_WINDOWS = '/earlier-windows';

export type HeldFiles = Pick<HeldSets, 'hold' | 'letGo'> & {
  /** Whatever this version needs on this phone is here. Rejects otherwise. */
  readonly complete: () => Promise<void>;
  /** A new version takes over: the windows that are open keep the files that they began with. */
  readonly takeOver: () => Promise<void>;
  /** A window has begun with this version: once it was the last one, the files of earlier versions go. */
  readonly windowOpened: (event: ExtendableEvent) => Promise<void>;
};

/**
 * Holds every file of this version that this phone needs before the version counts as installed, and those of earlier ones as
 * long as a window runs on them: a chunk that is loaded late is always of the window's own version.
 */
export function holdFiles(list: readonly PrecachedFile[]): HeldFiles {
  const controller = new PrecacheController();
  controller.addToCacheList([...list]);
  const openCache = (): Promise<Cache> => caches.open(controller.strategy.cacheName);
  const sets = heldSets(list, {
    files: openCache,
    notes: () => caches.open(NOTES),
    fetch: (request) => fetch(request),
    keyOf: (url) => controller.getCacheKeyForURL(url) ?? url,
    origin: self.location.origin,
  });
  self.addEventListener('install', (event) => event.waitUntil(sets.holdNoted()));
  registerRoute(
    new NavigationRoute(
      // Who never asked for the page has whatever the server has: it need not be of this worker's version.
      async ({ request }) =>
        (await (await openCache()).match(controller.getCacheKeyForURL('/sponsor.html') ?? '')) ?? fetch(request),
      { allowlist: [SPONSOR_PAGE] },
    ),
  );
  // What is not here, because nobody asked for its set, comes from the network and must match its hash as well.
  registerRoute(new PrecacheRoute(controller));
  registerRoute(
    new NavigationRoute(controller.createHandlerBoundToURL('/index.html'), { denylist: NEVER_INTERCEPTED }),
  );
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(HASHED_FILES),
    async ({ request }) => (await (await openCache()).match(request.url)) ?? fetch(request),
  );
  return {
    hold: sets.hold,
    letGo: sets.letGo,
    complete: sets.holdNoted,
    takeOver: async () => noteEarlier(await openWindows()),
    windowOpened: async (event) => {
      const earlier = await notedWindows();
      const open = await openWindows();
      if (earlier.length === 0 || earlier.some((id) => open.includes(id))) return;
      await controller.activate(event);
      await noteEarlier([]);
    },
  };
}

async function openWindows(): Promise<readonly string[]> {
  return (await self.clients.matchAll({ type: 'window', includeUncontrolled: true })).map(({ id }) => id);
}

async function notedWindows(): Promise<readonly string[]> {
  const noted = await (await caches.open(NOTES)).match(EARLIER_WINDOWS);
  return noted === undefined ? [] : ((await noted.json()) as readonly string[]);
}

/** A version that comes before all windows of an older one are gone adds its own. */
async function noteEarlier(windows: readonly string[]): Promise<void> {
  const noted = windows.length === 0 ? [] : [...(await notedWindows()), ...windows];
  await (await caches.open(NOTES)).put(EARLIER_WINDOWS, Response.json([...new Set(noted)]));
}
