/**
 * Keeps the whole app on the phone: every built file is fetched and verified before this worker counts as installed, so
 * the previous version keeps working until the new one is complete. Where the browser wakes it, it sends what is unsent.
 *
 *   installing --all files held--> waiting --a person agrees--> active --last older window gone--> the old files go
 *        \--one file missing or altered--> discarded, the old version stays
 */
import { UNSENT_TAG } from '#sync/unsent-tag.ts';
import { holdFiles, type PrecachedFile } from './held-files.ts';
import { sendUnsent } from './send-unsent.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecachedFile | string)[] };

/** The app sends this word when a person has agreed to the new version, */
const ACTIVATE_NOW = 'activateNow';
/** and this one when a window has begun. */
const WINDOW_OPENED = 'windowOpened';

const files = holdFiles(self.__WB_MANIFEST);

self.addEventListener('activate', (event) => {
  // The very first version serves the window that fetched it too, so that what it loads lazily is there without a reload.
  event.waitUntil(files.takeOver().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  // Never on our own: a reload in the middle of an edit would lose it, so the app asks first.
  if (isWord(event.data, ACTIVATE_NOW)) void self.skipWaiting();
  if (isWord(event.data, WINDOW_OPENED)) event.waitUntil(files.windowOpened(event));
});

/** Background Sync, where a browser has it; the event is not in TypeScript's libraries. */
self.addEventListener('sync' as 'activate', (event: ExtendableEvent & { readonly tag?: string }) => {
  if (event.tag === UNSENT_TAG) event.waitUntil(sendUnsent());
});

function isWord(message: unknown, word: string): boolean {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === word;
}
