import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { useWords } from '../common/words.ts';
import styles from './enrol.module.css';

/** An invitation was opened on a phone that needs none. It is not used up. */
export function AlreadyJoined({ onStart }: { readonly onStart: () => void }): ReactElement {
  const words = useWords('enrol');
  return (
    <>
      <h1 className={styles['title']}>{words.already}</h1>
      <Button look="primary" size="big" width="full" onPress={onStart}>
        {words.openApp}
      </Button>
    </>
  );
}
