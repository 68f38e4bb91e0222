/**
 * Keeps the whole app on the phone: every built file is fetched and verified before this worker counts as installed, so
 * the previous version keeps working until the new one is complete.
 *
 *   installing --all files held--> waiting --a person agrees--> active (only now the old files go)
 *        \--one file missing or altered--> discarded, the old version stays
 */
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

interface PrecachedFile {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity?: string;
}

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecachedFile | string)[] };

/** Answers of the server are never taken from a cache: a stale acknowledgement would be a lie. */
const NEVER_INTERCEPTED = [/^\/api(\/|$)/, /^\/healthz$/];

/** A page of its own, which needs nothing of the app. */
const SPONSOR_PAGE = /^\/sponsor$/;

/** The app sends this word when a person has agreed to the new version. */
const ACTIVATE_NOW = 'activateNow';

precacheAndRoute(self.__WB_MANIFEST);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/sponsor.html'), { allowlist: [SPONSOR_PAGE] }));
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: NEVER_INTERCEPTED }));

// The very first version serves the window that fetched it too, so that what it loads lazily is there without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  // Never on our own: a reload in the middle of an edit would lose it, so the app asks first.
  if (isActivateNow(event.data)) void self.skipWaiting();
});

function isActivateNow(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === ACTIVATE_NOW;
}
