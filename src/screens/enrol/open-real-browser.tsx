import { useState, type ReactElement } from 'react';
import { inviteLink } from '#sync/new-invite.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useWords } from '../common/words.ts';
import { secretToCode } from './invite-secret.ts';
import styles from './enrol.module.css';

export type OpenRealBrowserProps = { readonly secret: string | undefined; readonly onStay: () => void };

/** A window inside a messenger keeps nothing for long: the invitation goes to the real browser, unused. */
export function OpenRealBrowser({ secret, onStay }: OpenRealBrowserProps): ReactElement {
  const words = useWords('enrol');
  const { actions } = useWords('common');
  const [isCopied, setCopied] = useState(false);
  const { origin } = window.location;
  const link = secret === undefined ? origin : inviteLink(origin, secret);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Such windows often forbid it, or have no clipboard: the code below can be typed all the same.
      setCopied(false);
    }
  };
  return (
    <>
      <h1 className={styles['title']}>{words.inAppTitle}</h1>
      <p>{words.inAppLead}</p>
      <p>{words.inAppSteps}</p>
      <Button look="primary" size="big" width="full" icon="copy" onPress={() => void copy()}>
        {isCopied ? actions.copied : words.inAppCopy}
      </Button>
      {secret === undefined ? null : (
        <Card>
          <p>{words.code}</p>
          <p className={styles['code']}>{secretToCode(secret)}</p>
        </Card>
      )}
      <Button look="quiet" width="full" onPress={onStay}>
        {words.inAppHere}
      </Button>
    </>
  );
}
