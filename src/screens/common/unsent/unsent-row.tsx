import type { ReactElement } from 'react';
import { formatAgo } from '#i18n/format.ts';
import type { Names } from '#store/queries/names.ts';
import type { UnsentSubject } from '#store/queries/unsent-subjects.ts';
import { ListRow } from '#ui/list-row.tsx';
import { RecordMark } from '../record-mark.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import { recordAmounts, recordTitle } from './record-text.ts';

export type UnsentRowProps = {
  readonly record: UnsentSubject;
  /** Asked once for the whole list: it may be thousands long. Undefined until they are known. */
  readonly itemsById: Names['itemsById'] | undefined;
  readonly now: number | undefined;
};

/** One record that waits: what it is, where it is, how old it is. */
export function UnsentRow({ record, itemsById, now }: UnsentRowProps): ReactElement {
  const words = useWords('common');
  const { language } = useSettings();
  const amounts = itemsById === undefined ? '' : recordAmounts(record, itemsById, language);
  const age = now === undefined ? undefined : formatAgo(now - record.claimedAt, language);
  return (
    <ListRow
      title={recordTitle(record, words)}
      detail={amounts === '' ? undefined : amounts}
      end={<RecordMark standings={[record]} detail={age} />}
    />
  );
}
