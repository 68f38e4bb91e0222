import { useEffect } from 'react';
import { useClient } from '../common/client.tsx';

/** Who opens a screen about others wants the newest: the server is asked at once, and the screen shows what is here meanwhile. */
export function useNews(): void {
  const { sync } = useClient();
  useEffect(() => sync.syncNow(), [sync]);
}
