import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { useClient } from './client.tsx';
import { Frame } from './frame.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { useWords } from './words.ts';

/** An organiser whom nobody has confirmed yet. The app comes by itself with the credential that says so. */
export function WaitingScreen(): ReactElement {
  const { appName, actions } = useWords('common');
  const { connection } = useWords('errors');
  const { sync } = useClient();
  return (
    <Frame title={appName}>
      <TroubleBanner
        tone="info"
        trouble={connection.waiting}
        action={<Button onPress={sync.syncNow}>{actions.retry}</Button>}
      />
    </Frame>
  );
}
