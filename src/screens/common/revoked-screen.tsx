import type { ReactElement } from 'react';
import { Frame } from './frame.tsx';
import { SaveAsFile } from './unsent/save-as-file.tsx';
import { TroubleBanner } from './trouble-banner.tsx';
import { useWords } from './words.ts';

/** The server said that this phone is blocked: what is unsent stays, and can be carried out as a file. */
export function RevokedScreen(): ReactElement {
  const { appName } = useWords('common');
  const { connection } = useWords('errors');
  return (
    <Frame title={appName}>
      <TroubleBanner trouble={connection.revoked} action={<SaveAsFile />} />
    </Frame>
  );
}
