import type { SyncPorts } from './engine.ts';

/** A page's reasons to try: it comes to the front, or the browser believes that a network is there. Never more than a hint. */
export const watchPage: NonNullable<SyncPorts['watch']> = (tell) => {
  const onVisibility = () => tell({ type: document.visibilityState === 'visible' ? 'shown' : 'hidden' });
  const onWanted = () => tell({ type: 'wanted' });
  document.addEventListener('visibilitychange', onVisibility);
  globalThis.addEventListener('online', onWanted);
  globalThis.addEventListener('pageshow', onWanted);
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    globalThis.removeEventListener('online', onWanted);
    globalThis.removeEventListener('pageshow', onWanted);
  };
};
