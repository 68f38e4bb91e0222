import type { ReactElement } from 'react';
import type { StopRecord } from '#domain/views/run-progress.ts';
import type { RecordStanding } from '#store/unsent-state.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useClient } from '../common/client.tsx';
import { say } from '../common/after-act.tsx';
import { RecordMark } from '../common/record-mark.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { amountsText, type ItemsById } from './amounts-text.ts';
import styles from './next-stop.module.css';

export type RecordCardProps = {
  readonly record: StopRecord;
  readonly items: ItemsById;
  readonly standings: readonly RecordStanding[];
  /** Opens the form; absent where there is none. */
  readonly onCorrect?: (() => void) | undefined;
};

/** What was recorded and where it is; it can be corrected, or taken back when it did not happen. */
export function RecordCard({ record, items, standings, onCorrect }: RecordCardProps): ReactElement {
  const { stop: words, saved } = useWords('driver');
  const { reasons, recordedHow } = useWords('common');
  const { identity } = useClient();
  const { language } = useSettings();
  const saving = useSave();
  const mayChange = identity.role === 'organiser' || record.member === identity.member;
  const amounts = record.lines.length === 0 ? saved.nothing : amountsText(record.lines, items, language);
  const withdraw = async (): Promise<void> => {
    const done = await saving.save({ name: 'deliveryWithdraw', args: { delivery: record.delivery, note: '' } });
    if (done !== null) say(saved.undone);
  };
  return (
    <Card>
      <div className={styles['place']}>
        <p className={styles['amounts']}>{record.isCorrected ? words.correctedTo(amounts) : amounts}</p>
        {record.reason === null ? null : <p>{reasons[record.reason]}</p>}
        <p className={styles['soft']}>{recordedHow[record.how]}</p>
        <RecordMark standings={standings} />
      </div>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {mayChange ? (
        <div className={styles['pair']}>
          {onCorrect === undefined ? null : (
            <Button width="full" onPress={onCorrect}>
              {words.correct}
            </Button>
          )}
          <Button width="full" once={saving.tap} onPress={() => void withdraw()}>
            {words.withdraw}
          </Button>
        </div>
      ) : (
        <p>{words.byOther}</p>
      )}
    </Card>
  );
}
