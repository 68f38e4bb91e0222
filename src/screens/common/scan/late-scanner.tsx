import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { late, type NotHereProps } from '../late.tsx';
import { TroubleBanner } from '../trouble-banner.tsx';
import { useWords } from '../words.ts';

/** The camera and what reads its pictures: fetched when somebody wants to scan. */
export const { Screen: LateScanner } = late(async () => (await import('./scanner.tsx')).Scanner, ScannerNotHere);

function ScannerNotHere({ isComing, onRetry }: NotHereProps): ReactElement {
  const { actions, loading } = useWords('common');
  const { notHere } = useWords('errors');
  return (
    <TroubleBanner
      tone="info"
      trouble={notHere.scanner}
      action={isComing ? <p role="status">{loading}</p> : <Button onPress={onRetry}>{actions.retry}</Button>}
    />
  );
}
