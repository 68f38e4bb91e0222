import type { CommonWords } from '#i18n/common/en.ts';
import { formatQuantity } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { Names } from '#store/queries/names.ts';
import type { UnsentSubject } from '#store/queries/unsent-subjects.ts';

/** "Delivery: Bridge post"; a record that this version cannot read has its number instead. */
export function recordTitle(
  record: Pick<UnsentSubject, 'name' | 'number' | 'subject'>,
  { unsent }: CommonWords,
): string {
  if (record.name === 'unreadable') return unsent.number(record.number);
  const what = unsent.records[record.name];
  return record.subject === '' ? what : unsent.recordFor(what, record.subject);
}

/** "Hot meal 20 portions, Tea 5 litres"; empty where a record has no amounts. */
export function recordAmounts({ lines }: UnsentSubject, items: Names['itemsById'], language: Language): string {
  return lines
    .map(({ item, count }) => {
      const known = items.get(item);
      return `${known?.name ?? ''} ${formatQuantity(count, known?.unit ?? '', language)}`.trim();
    })
    .join(', ');
}
