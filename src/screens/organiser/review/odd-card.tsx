import { useId, type ReactElement } from 'react';
import { isComparison, type Oddity } from '#domain/review.ts';
import type { OddRecord, ReviewItem } from '#domain/views/review-tray.ts';
import type { Trouble } from '#i18n/trouble.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useWords } from '../../common/words.ts';
import { countTogether, keepRecords, takeBack, theSame } from './acts.ts';
import { RecordSide } from './record-side.tsx';
import type { ReviewShown } from './review-shown.ts';
import { useDecide } from './use-decide.ts';
import styles from './review.module.css';

export type OddCardProps = ReviewShown & {
  readonly item: Extract<ReviewItem, { type: 'odd' }>;
  /** Of its first button. */
  readonly look: 'primary' | 'secondary';
};

/** Records that count and are odd: why, all sides, and one tap to keep them or to take one back. */
export function OddCard({ item, look, ...shown }: OddCardProps): ReactElement {
  const { review } = useWords('organiser');
  const headingId = useId();
  const { saving, decide } = useDecide();
  const troubles = useOddities(item.records);
  const [only, ...others] = item.records;
  const together = countTogether(item.records);
  const same = theSame(item.records);
  return (
    <Card tone="needsYou" labelledBy={headingId}>
      <h2 className={styles['heading']} id={headingId}>
        {troubles.map(({ title }) => title).join('. ')}
      </h2>
      {item.records.map((record) => (
        <RecordSide key={record.id} {...shown} record={record}>
          {others.length === 0 ? null : (
            <Button size="dense" onPress={() => decide({ ...takeBack(record), said: review.said.takenBack })}>
              {review.takeOneBack}
            </Button>
          )}
        </RecordSide>
      ))}
      <p>{troubles.map(({ safe, next }) => `${safe} ${next}`).join(' ')}</p>
      <Stack direction="row" gap="small">
        <Button
          look={look}
          icon="tick"
          once={saving.tap}
          onPress={() => decide({ ...keepRecords(item.records), said: review.said.kept })}
        >
          {review.keep}
        </Button>
        {same === null ? null : (
          <Button once={saving.tap} onPress={() => decide({ ...same, said: review.said.theSame })}>
            {review.theSame}
          </Button>
        )}
        {together === null ? null : (
          <Button onPress={() => decide({ ...together, said: review.said.bothHappened })}>{review.bothHappened}</Button>
        )}
        {only === undefined || others.length > 0 ? null : (
          <Button onPress={() => decide({ ...takeBack(only), said: review.said.takenBack })}>{review.takeBack}</Button>
        )}
      </Stack>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </Card>
  );
}

/** What is odd about records, each thing once, in words. */
export function useOddities(records: readonly OddRecord[]): readonly Trouble[] {
  const { review } = useWords('organiser');
  const { flags } = useWords('errors');
  const oddities = new Set<Oddity>(records.flatMap((record) => record.oddities));
  return [...oddities].map((oddity) => (isComparison(oddity) ? review[oddity] : flags[oddity]));
}
