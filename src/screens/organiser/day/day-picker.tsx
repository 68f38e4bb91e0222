import type { ReactElement } from 'react';
import type { Day } from '#domain/scalars.ts';
import { formatDay } from '#i18n/format.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import styles from './day.module.css';

/** The browser's own calendar to pick a day from; what is picked reads in the app's language, not in the browser's. */
export function DayPicker({ day, onPick }: { readonly day: Day; readonly onPick: (day: Day) => void }): ReactElement {
  const { day: words } = useWords('organiser');
  const { language } = useSettings();
  return (
    <span className={styles['picker']}>
      <input
        className={styles['date']}
        type="date"
        aria-label={words.pickDay}
        value={day}
        onChange={(event) => {
          if (event.target.value !== '') onPick(event.target.value as Day);
        }}
      />
      <span className={styles['picked']} aria-hidden="true">
        {formatDay(day, language, 'numeric')}
      </span>
    </span>
  );
}
