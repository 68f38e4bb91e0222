import { useEffect, type ReactElement } from 'react';
import type { ErrorWords } from '#i18n/errors/en.ts';
import { Button } from '#ui/button.tsx';
import { useSyncState } from './client.tsx';
import { Frame } from './frame.tsx';
import type { NotHereProps } from './late.tsx';
import { useVersionStanding } from './new-version.ts';
import { TroubleBanner } from './trouble-banner.tsx';
import { useWords } from './words.ts';

/** A screen of everybody's that was asked for before this phone had it. */
export function ScreenNotHere(props: NotHereProps): ReactElement {
  return <NotHereYet {...props} which="screen" />;
}

/** The organiser's screens, on a phone whose holder has just become one. */
export function OrganiserNotHere(props: NotHereProps): ReactElement {
  return <NotHereYet {...props} which="organiserScreens" />;
}

type NotHereYetProps = NotHereProps & { readonly which: keyof ErrorWords['notHere'] };

/** Tries again by itself when somebody comes to it, and whenever the server was heard. */
function NotHereYet({ isComing, onRetry, which }: NotHereYetProps): ReactElement {
  const { appName, actions, loading } = useWords('common');
  const { notHere } = useWords('errors');
  const { isHeld } = useVersionStanding();
  const { lastHeardAt } = useSyncState();
  // Who goes to it asks for it, however long ago the server was last heard.
  useEffect(onRetry, [lastHeardAt, onRetry]);
  // Some browsers remember that a file could not be fetched for as long as the page lives. Once the app itself lies on the
  // phone, the page can be opened anew without a network too.
  const tryAgain = isHeld ? () => window.location.reload() : onRetry;
  return (
    <Frame title={appName}>
      <TroubleBanner
        tone="info"
        trouble={notHere[which]}
        action={isComing ? <p role="status">{loading}</p> : <Button onPress={tryAgain}>{actions.retry}</Button>}
      />
    </Frame>
  );
}
