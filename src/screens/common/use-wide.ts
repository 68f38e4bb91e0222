import { useCallback, useState, useSyncExternalStore } from 'react';

/** From here on a table of seven columns fits; below it a list reads better. */
const WIDE = '(min-width: 64rem)';

/** True where there is room for a table. Follows the window, and the size of its letters. */
export function useWide(): boolean {
  // Asked once: the browser reads the question anew each time.
  const [query] = useState(() => window.matchMedia(WIDE));
  const subscribe = useCallback(
    (listener: () => void) => {
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => query.matches);
}
