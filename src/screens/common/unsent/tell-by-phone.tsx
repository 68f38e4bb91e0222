import type { ReactElement } from 'react';
import { spokenCheck } from '#domain/spoken-check.ts';
import { formatQuantity } from '#i18n/format.ts';
import type { Names } from '#store/queries/names.ts';
import type { UnsentSubject } from '#store/queries/unsent-subjects.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';

/** Somebody who reads aloud reads the newest first, and not for an hour. */
const MOST_SPOKEN = 30;

export type TellByPhoneProps = { readonly records: readonly UnsentSubject[]; readonly names: Names };

/** What waits, as it can be read to an organiser over the telephone; nothing when nothing of it is a delivery. */
export function TellByPhone({ records, names: { placesById, itemsById } }: TellByPhoneProps): ReactElement | null {
  const { unsent } = useWords('common');
  const { language } = useSettings();
  const spoken = records.toReversed().flatMap((record) => {
    const place = record.name === 'deliveryRecord' ? placesById.get(record.args.checkpoint) : undefined;
    if (place === undefined) return [];
    return record.lines.map(({ item, count }) => {
      const { name = '', unit = '' } = itemsById.get(item) ?? {};
      const what = `${name} ${formatQuantity(count, unit, language)}`.trim();
      const check = spokenCheck({ code: place.code, item, count });
      return { key: `${record.number} ${item}`, text: unsent.spoken(place.code, what, check) };
    });
  });
  if (spoken.length === 0) return null;
  return (
    <Disclosure summary={unsent.tellByPhone}>
      <p>{unsent.tellLead}</p>
      <ul>
        {spoken.slice(0, MOST_SPOKEN).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
