import type { ReactElement } from 'react';
import { useSyncState } from './client.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { needsPerson, syncTrouble } from './troubles.ts';
import { useWords } from './words.ts';

/** Speaks only of what a person must do. No network is no trouble: it is how the app works. */
export function SyncTrouble(): ReactElement | null {
  const errors = useWords('errors');
  const { trouble } = useSyncState();
  if (trouble === null || !needsPerson(trouble)) return null;
  return <TroubleBanner trouble={syncTrouble(trouble, errors)} />;
}
