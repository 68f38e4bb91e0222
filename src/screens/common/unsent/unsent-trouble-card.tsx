import { useId, type ReactElement } from 'react';
import { formatAgo } from '#i18n/format.ts';
import { names } from '#store/queries/names.ts';
import type { UnsentSubject } from '#store/queries/unsent-subjects.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { useClient } from '../client.tsx';
import { RecordMark } from '../record-mark.tsx';
import { useSettings } from '../settings.tsx';
import { recordTrouble } from '../troubles.ts';
import { useBranchClock } from '../use-branch-clock.ts';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { DisagreementChoice } from './disagreement-choice.tsx';
import { recordAmounts, recordTitle } from './record-text.ts';
import { SaveAsFile } from './save-as-file.tsx';

export type UnsentTroubleCardProps = { readonly record: UnsentSubject };

/** A record that was not simply applied: why, what is safe, what to do. What was refused goes once somebody has seen it; any can be carried out as a file. */
export function UnsentTroubleCard({ record }: UnsentTroubleCardProps): ReactElement {
  const words = useWords('common');
  const errors = useWords('errors');
  const { language } = useSettings();
  const { store } = useClient();
  const clock = useBranchClock();
  const known = useQuery(names);
  const headingId = useId();
  const isRefused = record.state === 'rejected' || record.state === 'quarantined';
  const isTorn = record.state === 'rejected' && record.code === 'changedMeanwhile';
  const trouble = recordTrouble(record.code, errors);
  const amounts = known.type === 'known' ? recordAmounts(record, known.value.itemsById, language) : '';
  return (
    <Card tone={isRefused ? 'needsYou' : 'plain'} labelledBy={headingId}>
      <div>
        <h3 id={headingId}>{recordTitle(record, words)}</h3>
        {amounts === '' ? null : <p>{amounts}</p>}
        <RecordMark
          standings={[record]}
          detail={clock === undefined ? undefined : formatAgo(clock.now - record.claimedAt, language)}
        />
      </div>
      <div>
        <p>
          <strong>{trouble.title}</strong>
        </p>
        <p>{trouble.safe}</p>
        <p>{trouble.next}</p>
      </div>
      {isTorn ? <DisagreementChoice number={record.number} /> : null}
      {record.state === 'rejected' && !isTorn ? (
        <Button width="full" icon="tick" onPress={() => void store.dismiss(record.number)}>
          {words.actions.seen}
        </Button>
      ) : null}
      <SaveAsFile record={record.number} />
    </Card>
  );
}
