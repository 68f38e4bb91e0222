import { browserTimer } from '#store/browser-time.ts';
import { trustedScriptUrl } from '#screens/common/trusted-script-url.ts';
import { insistOnWorker, type WorkerMessage } from './tell-worker.ts';

/**
 * What the app is told about its own versions:
 *
 *   register --first version complete--> onHeld
 *            --newer version complete--> onUpdateReady(activate) --activate, in any window--> onReplaced, in all windows
 */
export interface VersionEvents {
  /** Everybody's files are on this phone: from now on it opens with no network. */
  readonly onHeld: () => void;
  /**
   * A newer version is complete and waits. Nothing changes until somebody agrees and `activate` is called, which tells whether the
   * version takes over: one that lacks a set that was asked for since stays where it is.
   */
  readonly onUpdateReady: (activate: () => Promise<boolean>) => void;
  /** The newer version has taken over: reload as soon as no edit would be lost. */
  readonly onReplaced: () => void;
}

export interface Registration {
  /** Asks whether there is a newer version. Without a network nothing happens: the next time will do. */
  readonly checkForUpdate: () => void;
}

const WORKER_URL = '/service-worker.js';

/** The worker listens for these words; tests in the browser keep both ends alike. */
const ACTIVATE_NOW: WorkerMessage = { type: 'activateNow' };
const WINDOW_OPENED: WorkerMessage = { type: 'windowOpened' };

/** Undefined where the browser allows no service worker: without HTTPS, or in some private windows. */
export async function registerServiceWorker(events: VersionEvents): Promise<Registration | undefined> {
  if (!('serviceWorker' in navigator)) return undefined;
  const registration = await navigator.serviceWorker.register(trustedScriptUrl(WORKER_URL));
  // Files of earlier versions are kept until the last window that runs on them is gone. A window that was being loaded while the
  // first version took over belongs to nobody yet: it tells the worker too.
  (navigator.serviceWorker.controller ?? registration.active)?.postMessage(WINDOW_OPENED);
  const follow = createFollower(registration, events);

  // Listened to before looking: what begins in between must not be missed.
  registration.addEventListener('updatefound', follow);
  follow();
  if (registration.active !== null) events.onHeld();
  if (registration.waiting !== null) offer(registration.waiting, events);
  return { checkForUpdate: () => void registration.update().catch(() => undefined) };
}

/** Follows each version that is being fetched once, whichever window asked for it. */
function createFollower(registration: ServiceWorkerRegistration, events: VersionEvents): () => void {
  const followed = new WeakSet<ServiceWorker>();
  return () => {
    const worker = registration.installing;
    if (worker === null || followed.has(worker)) return;
    followed.add(worker);
    const isFirst = registration.active === null;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst) offer(worker, events);
      if (worker.state === 'activated' && isFirst) events.onHeld();
    });
  };
}

function offer(worker: ServiceWorker, events: VersionEvents): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') events.onReplaced();
  });
  events.onUpdateReady(() => insistOnWorker(worker, ACTIVATE_NOW, browserTimer));
}
