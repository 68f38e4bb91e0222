import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

export type PrecachedFile = { readonly url: string; readonly revision: string | null; readonly integrity?: string };

/** Answers of the server are never taken from a cache: a stale acknowledgement would be a lie. */
const NEVER_INTERCEPTED = [/^\/api(\/|$)/, /^\/healthz$/];
/** A page of its own, which needs nothing of the app. */
const SPONSOR_PAGE = /^\/sponsor$/;
/** Files whose name holds their hash: a window asks for those of the version that it runs. */
const HASHED_FILES = '/assets/';
/** Where the worker notes which windows run an earlier version; its own memory does not outlive half a minute of rest. */
const NOTES = 'dastarkhan-worker';
const EARLIER_WINDOWS = '/earlier-windows';

export type HeldFiles = {
  /** A new version takes over: the windows that are open keep the files that they began with. */
  readonly takeOver: () => Promise<void>;
  /** A window has begun with this version: once it was the last one, the files of earlier versions go. */
  readonly windowOpened: (event: ExtendableEvent) => Promise<void>;
};

/**
 * Holds every file of this version before the version counts as installed, and those of earlier ones as long as a window
 * runs on them: a chunk that is loaded late is always of the window's own version.
 */
export function holdFiles(files: readonly (PrecachedFile | string)[]): HeldFiles {
  const controller = new PrecacheController();
  controller.addToCacheList([...files]);
  self.addEventListener('install', (event) => void controller.install(event));
  registerRoute(new PrecacheRoute(controller));
  registerRoute(
    new NavigationRoute(controller.createHandlerBoundToURL('/sponsor.html'), { allowlist: [SPONSOR_PAGE] }),
  );
  registerRoute(
    new NavigationRoute(controller.createHandlerBoundToURL('/index.html'), { denylist: NEVER_INTERCEPTED }),
  );
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(HASHED_FILES),
    async ({ request }) => {
      const cache = await caches.open(controller.strategy.cacheName);
      return (await cache.match(request.url)) ?? fetch(request);
    },
  );
  return {
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
