/**
 * Keeps on the phone all of the app that its holder uses: every such file is fetched and verified before this worker counts as
 * installed, so the previous version keeps working until the new one is complete. Where the browser wakes it, it sends what is
 * unsent.
 *
 *   installing --all files held--> waiting --a person agrees--> active --last older window gone--> the old files go
 *        \--one file missing or altered--> discarded, the old version stays
 */
import { UNSENT_TAG } from '#sync/unsent-tag.ts';
import { holdFiles } from './held-files.ts';
import type { PrecachedFile } from './held-sets.ts';
import { sendUnsent } from './send-unsent.ts';

declare const self: ServiceWorkerGlobalScope & { readonly PRECACHED_FILES: readonly PrecachedFile[] };

/** The app sends this word when a person has agreed to the new version, */
const ACTIVATE_NOW = 'activateNow';
/** this one when a window has begun, */
const WINDOW_OPENED = 'windowOpened';
/** and these when this phone needs a set of files from now on, or does not any more. */
const HOLD_SET = 'holdSet';
const LET_SET_GO = 'letSetGo';

const files = holdFiles(self.PRECACHED_FILES);

self.addEventListener('activate', (event) => {
  // The very first version serves the window that fetched it too, so that what it loads lazily is there without a reload.
  event.waitUntil(files.takeOver().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const tell = (became: 'done' | 'notDone') => (): void => event.ports[0]?.postMessage(became);
  const after = (work: Promise<void>): void => event.waitUntil(work.then(tell('done'), tell('notDone')));
  // Never on our own: a reload in the middle of an edit would lose it, so the app asks first. A set may have been asked for
  // since this version was installed.
  if (isWord(event.data, ACTIVATE_NOW)) after(files.complete().then(() => self.skipWaiting()));
  if (isWord(event.data, WINDOW_OPENED))
    event.waitUntil(self.clients.claim().then(async () => files.windowOpened(event)));
  if (isWord(event.data, HOLD_SET) && isOfSet(event.data)) after(files.hold(event.data.set));
  if (isWord(event.data, LET_SET_GO) && isOfSet(event.data)) after(files.letGo(event.data.set));
});

/** Background Sync, where a browser has it; the event is not in TypeScript's libraries. */
self.addEventListener('sync' as 'activate', (event: ExtendableEvent & { readonly tag?: string }) => {
  if (event.tag === UNSENT_TAG) event.waitUntil(sendUnsent());
});

function isWord(message: unknown, word: string): message is object {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === word;
}

function isOfSet(message: object): message is { readonly set: string } {
  return 'set' in message && typeof message.set === 'string';
}
