import type { ReactElement } from 'react';
import type { ItemAmount } from '#domain/views/item-amounts.ts';
import { formatCount, formatQuantity } from '#i18n/format.ts';
import { Numeral } from '#ui/numeral.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import type { DayShown } from './day-shown.ts';
import styles from './day.module.css';

/** How much of each item the day has seen, all runs together. */
export function DayTotals({ overview, naming }: DayShown): ReactElement | null {
  const { day } = useWords('organiser');
  const { language } = useSettings();
  if (overview.totals.length === 0) return null;
  const total = ({ item, planned, delivered }: ItemAmount): ReactElement => (
    <li key={item}>
      <Numeral
        size="row"
        value={formatCount(delivered, language)}
        unit={naming.item(item)}
        detail={`/ ${formatQuantity(planned, naming.unit(item), language)}`}
      />
    </li>
  );
  return (
    <Section heading={day.totals}>
      <ul className={styles['totals']}>{overview.totals.map(total)}</ul>
    </Section>
  );
}
