import type { ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { formatDay, formatDayFrom, formatDays } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { classes } from '#ui/classes.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { DayPicker } from '../day/day-picker.tsx';
import dayStyles from '../day/day.module.css';
import type { BoardAddress } from './use-board-address.ts';
import styles from './coverage.module.css';

export type CoverageBarProps = {
  readonly address: BoardAddress;
  readonly today: Day;
};

/** Which days are shown, and how to see others. */
export function CoverageBar({ address, today }: CoverageBarProps): ReactElement {
  const words = useWords('coverage');
  const { day: dayWords } = useWords('organiser');
  const { language } = useSettings();
  const { on, view, goTo } = address;
  const isWeek = view === 'week';
  const step = isWeek ? 7 : 1;
  const near = formatDayFrom(today, on, language, 'long');
  const long = formatDay(on, language, 'long');
  const when = isWeek ? formatDays(on, addDays(on, 6), language) : near === long ? long : `${long} · ${near}`;
  return (
    <div className={styles['bar']}>
      <div className={classes(dayStyles['bar'], styles['days'])}>
        <p className={dayStyles['when']}>{when}</p>
        <IconButton
          icon="back"
          look="outlined"
          label={isWeek ? words.earlierWeek : dayWords.earlier}
          onPress={() => goTo({ on: addDays(on, -step) })}
        />
        <DayPicker day={on} onPick={(day) => goTo({ on: day })} />
        <IconButton
          icon="arrow"
          look="outlined"
          label={isWeek ? words.laterWeek : dayWords.later}
          onPress={() => goTo({ on: addDays(on, step) })}
        />
        {on === today ? null : (
          <Button size="dense" onPress={() => goTo({ on: today })}>
            {dayWords.today}
          </Button>
        )}
      </div>
      <Chips
        label={words.views.label}
        labelled="hidden"
        options={[
          { value: 'day', label: words.views.day },
          { value: 'week', label: words.views.week },
        ]}
        value={view}
        onChange={(next) => goTo({ view: next })}
      />
    </div>
  );
}
