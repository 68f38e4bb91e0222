import { useVersionStanding } from '#screens/common/new-version.ts';
import { registerServiceWorker } from './service-worker-registration.ts';

/** A look at the worker's list costs a few kB: not with every glance at the phone. */
const CHECK_EVERY_MS = 60 * 60 * 1000;

/**
 * Follows the versions of the app. A newer one is taken up when a person agrees in this window; when one agreed in another,
 * this window is told and goes on until its own person agrees.
 */
export async function followVersions(): Promise<void> {
  const registration = await registerServiceWorker({
    onHeld: () => useVersionStanding.setState({ isHeld: true }),
    onUpdateReady: (activate) => {
      const restart = (): void => {
        useVersionStanding.setState({ version: { type: 'restarting' } });
        void activate().then((isTakingOver) => {
          if (!isTakingOver) useVersionStanding.setState({ version: { type: 'ready', restart } });
        });
      };
      useVersionStanding.setState({ version: { type: 'ready', restart }, isPutOff: false });
    },
    onReplaced: () => {
      if (useVersionStanding.getState().version.type === 'restarting') return window.location.reload();
      const restart = (): void => window.location.reload();
      useVersionStanding.setState({ version: { type: 'replaced', restart }, isPutOff: false });
    },
  });
  if (registration === undefined) return;
  let checkedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || performance.now() - checkedAt < CHECK_EVERY_MS) return;
    checkedAt = performance.now();
    registration.checkForUpdate();
  });
}
