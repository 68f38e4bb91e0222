import type { SyncEngine } from '#sync/sync-state.ts';
import { UNSENT_TAG } from '#sync/unsent-tag.ts';

/** What Chromium's browsers add to a registration; it is not in TypeScript's DOM. */
type SyncRegistration = ServiceWorkerRegistration & {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
};

/**
 * Asks the browser to wake the worker once a network is there, whenever this page may be closed with something unsent. Where
 * browsers cannot do that, or do not want to, the app sends when it is opened the next time.
 */
export function sendInBackground(sync: SyncEngine, hasUnsent: () => Promise<boolean>): void {
  const ask = async (): Promise<void> => {
    if (!('serviceWorker' in navigator) || !(await hasUnsent())) return;
    const registration: SyncRegistration | undefined = await navigator.serviceWorker.getRegistration();
    await registration?.sync?.register(UNSENT_TAG);
  };
  const askQuietly = (): void => void ask().catch(() => undefined);
  let wasWaiting = false;
  sync.subscribe(() => {
    const isWaiting = sync.getState().type === 'waiting';
    // With a network the page itself tries again; two that try at the same time help nobody.
    if (isWaiting && !wasWaiting && !navigator.onLine) askQuietly();
    wasWaiting = isWaiting;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') askQuietly();
  });
}
