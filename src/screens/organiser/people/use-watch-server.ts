import { useEffect } from 'react';
import { useClient } from '../../common/client.tsx';

/** Somebody stands before this screen with a phone in their hand: their joining shall be seen at once. */
const LOOK_EVERY_MS = 3_000;

/** Asks the server again and again while something is awaited and the page is seen; a hidden page asks nothing. */
export function useWatchServer(standing: 'awaiting' | 'over'): void {
  const { sync } = useClient();
  useEffect(() => {
    if (standing === 'over') return undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    const follow = (): void => {
      clearInterval(timer);
      timer = document.visibilityState === 'visible' ? setInterval(sync.syncNow, LOOK_EVERY_MS) : undefined;
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [sync, standing]);
}
