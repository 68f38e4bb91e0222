import type { ReactElement } from 'react';
import { useSyncState } from './client.tsx';
import { Frame } from './frame.tsx';
import { SaveAsFile } from './unsent/save-as-file.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { useWords } from './words.ts';

/** The server said that this phone is blocked: what is unsent stays, and can be carried out as a file. */
export function RevokedScreen(): ReactElement {
  const { appName } = useWords('common');
  const { connection } = useWords('errors');
  const { trouble } = useSyncState();
  return (
    <Frame title={appName}>
      {/* The frame says so itself once the server has said it again. */}
      {trouble === 'revoked' ? null : <TroubleBanner trouble={connection.revoked} />}
      <SaveAsFile />
    </Frame>
  );
}
