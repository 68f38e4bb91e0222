import type { ReactElement } from 'react';
import { formatAgo } from '#i18n/format.ts';
import { names } from '#store/queries/names.ts';
import type { UnsentSubject } from '#store/queries/unsent-subjects.ts';
import { ListRow } from '#ui/list-row.tsx';
import { RecordMark } from '../record-mark.tsx';
import { useSettings } from '../settings.tsx';
import { useBranchClock } from '../use-branch-clock.ts';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { recordAmounts, recordTitle } from './record-text.ts';

export type UnsentRowProps = { readonly record: UnsentSubject };

/** One record that waits: what it is, where it is, how old it is. */
export function UnsentRow({ record }: UnsentRowProps): ReactElement {
  const words = useWords('common');
  const { language } = useSettings();
  const clock = useBranchClock();
  const known = useQuery(names);
  const amounts = known.type === 'known' ? recordAmounts(record, known.value.itemsById, language) : '';
  const age = clock === undefined ? undefined : formatAgo(clock.now - record.claimedAt, language);
  return (
    <ListRow
      title={recordTitle(record, words)}
      detail={amounts === '' ? undefined : amounts}
      end={<RecordMark standings={[record]} detail={age} />}
    />
  );
}
