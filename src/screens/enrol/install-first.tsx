import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useWords } from '../common/words.ts';
import { secretToCode } from './invite-secret.ts';
import styles from './enrol.module.css';

export type InstallFirstProps = { readonly secret: string | undefined; readonly onStay: () => void };

/** On an iPhone a tab and the app on the home screen keep their records apart, and a tab's are cleared after a week. */
export function InstallFirst({ secret, onStay }: InstallFirstProps): ReactElement {
  const words = useWords('enrol');
  return (
    <>
      <h1 className={styles['title']}>{words.iosTitle}</h1>
      <p>{words.iosLead}</p>
      <p>{words.iosSteps}</p>
      {secret === undefined ? null : (
        <Card>
          <p>{words.code}</p>
          <p className={styles['code']}>{secretToCode(secret)}</p>
        </Card>
      )}
      <Button look="quiet" width="full" onPress={onStay}>
        {words.iosHere}
      </Button>
    </>
  );
}
