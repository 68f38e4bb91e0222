import type { ReactElement } from 'react';
import type { Day } from '#domain/scalars.ts';
import { formatDay } from '#i18n/format.ts';
import { PickInput } from '#ui/pick-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import styles from './day.module.css';

/** Picks the day that a page shows. */
export function DayPicker({ day, onPick }: { readonly day: Day; readonly onPick: (day: Day) => void }): ReactElement {
  const { day: words } = useWords('organiser');
  const { language } = useSettings();
  return (
    <span className={styles['picker']}>
      <PickInput
        className={styles['date']}
        type="date"
        aria-label={words.pickDay}
        value={day}
        shown={formatDay(day, language, 'numeric')}
        onChange={(event) => {
          if (event.target.value !== '') onPick(event.target.value as Day);
        }}
      />
    </span>
  );
}
