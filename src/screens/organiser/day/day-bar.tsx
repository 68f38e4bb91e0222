import type { ReactElement } from 'react';
import { useNavigate } from '../../common/router.tsx';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { formatDay, formatDayFrom } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { DayPicker } from './day-picker.tsx';
import styles from './day.module.css';

export type DayBarProps = {
  readonly day: Day;
  readonly today: Day;
  /** The screen that shows days. */
  readonly path: '/today' | '/print' | '/map';
};

/** Which day is shown, and how to see another one. */
export function DayBar({ day, today, path }: DayBarProps): ReactElement {
  const { day: words } = useWords('organiser');
  const { language } = useSettings();
  const navigate = useNavigate();
  const goTo = (next: string): void => navigate(next === today ? path : `${path}?on=${next}`);
  const near = formatDayFrom(today, day, language, 'long');
  const long = formatDay(day, language, 'long');
  return (
    <div className={styles['bar']}>
      <p className={styles['when']}>{near === long ? long : `${long} · ${near}`}</p>
      <IconButton icon="back" look="outlined" label={words.earlier} onPress={() => goTo(addDays(day, -1))} />
      <DayPicker day={day} onPick={goTo} />
      <IconButton icon="arrow" look="outlined" label={words.later} onPress={() => goTo(addDays(day, 1))} />
      {day === today ? null : (
        <Button size="dense" onPress={() => goTo(today)}>
          {words.today}
        </Button>
      )}
    </div>
  );
}
