import type { ReactElement } from 'react';
import { Screen } from '#ui/screen.tsx';
import { ScreenHeader } from '#ui/screen-header.tsx';
import { TroubleBanner } from '../common/trouble-banner.tsx';
import { useWords } from '../common/words.ts';

/** `http://192.168...`: no keys, no storage without a network, no camera. Said before anybody types anything. */
export function InsecureAddress(): ReactElement {
  const { appName } = useWords('common');
  const { troubles } = useWords('enrol');
  return (
    <Screen header={<ScreenHeader title={appName} />}>
      <title>{appName}</title>
      <TroubleBanner trouble={troubles.insecure} />
    </Screen>
  );
}
