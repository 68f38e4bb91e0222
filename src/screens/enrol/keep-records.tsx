import { useState, type ReactElement } from 'react';
import type { PersistAnswer } from '#store/meta.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useWords } from '../common/words.ts';
import styles from './enrol.module.css';

export type KeepRecordsProps = {
  readonly store: PhoneStore;
  /** Empty when the phone took up an earlier attempt. */
  readonly name: string;
  readonly onStart: () => void;
};

/** Asks the phone to keep what it will be told, and says what the phone answered. */
export function KeepRecords({ store, name, onStart }: KeepRecordsProps): ReactElement {
  const words = useWords('enrol');
  const [answer, setAnswer] = useState<PersistAnswer | null | undefined>(undefined);
  const isKept = answer?.isKept === true;
  return (
    <>
      <h1 className={styles['title']} role="status">
        {name === '' ? words.welcome : words.joined(name)}
      </h1>
      <Card>
        <h2>{words.persistTitle}</h2>
        <p>{words.persistLead}</p>
        <div role="status">
          {answer === undefined ? null : (
            <Banner
              tone="info"
              icon={isKept ? 'tick' : 'exclamation'}
              title={isKept ? words.persistKept : words.persistNotKept}
            />
          )}
        </div>
        {answer === undefined ? (
          <Button
            look="primary"
            size="big"
            width="full"
            onPress={() => void store.askPersist().then((given) => setAnswer(given))}
          >
            {words.persistAsk}
          </Button>
        ) : null}
      </Card>
      <Button look={answer === undefined ? 'quiet' : 'primary'} size="big" width="full" onPress={onStart}>
        {words.start}
      </Button>
    </>
  );
}
