import { useEffect } from 'react';
import { screenDrawn } from '../common/screen-drawn.ts';
import { useClient } from '../common/client.tsx';

/** Who opens a screen about others wants the newest: the server is asked as soon as the screen shows what is here. */
export function useNews(): void {
  const { store, sync } = useClient();
  useEffect(() => {
    let isGone = false;
    void screenDrawn(store).then(() => (isGone ? undefined : sync.syncNow()));
    return () => {
      isGone = true;
    };
  }, [store, sync]);
}
