import { useSyncExternalStore } from 'react';

/** From here on a table of seven columns fits; below it a list reads better. */
const WIDE = '(min-width: 64rem)';

/** True where there is room for a table. Follows the window, and the size of its letters. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
