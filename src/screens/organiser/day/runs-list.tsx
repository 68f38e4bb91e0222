import type { ReactElement } from 'react';
import type { Day } from '#domain/scalars.ts';
import type { RunOverview } from '#domain/views/day-overview.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { StateMark } from '#ui/state-mark.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { useDayText } from './day-text.ts';
import type { DayShown } from './day-shown.ts';
import { useRunTexts } from './run-texts.ts';
import styles from './day.module.css';

/** All runs of the day one below the other, for a phone. */
export function RunsList({ day, ...shown }: DayShown & { readonly day: Day }): ReactElement {
  const { day: words } = useWords('organiser');
  const textsOf = useRunTexts(shown);
  const go = useGo();
  const row = (overview: RunOverview): ReactElement => {
    const texts = textsOf(overview);
    return (
      <ListRow
        key={overview.id}
        title={texts.label}
        href={`/runs/${overview.id}`}
        onGo={go}
        tone={overview.needs.length > 0 ? 'needsYou' : 'plain'}
        end={texts.stops}
        detail={
          <span className={styles['lines']}>
            {texts.needs === '' ? null : <StateMark state="needsYou" word={texts.needs} />}
            {texts.roads.map((road) => (
              <StateMark key={road} state="needsYou" word={road} />
            ))}
            <span>{[texts.driver, texts.reported, texts.heard].filter((text) => text !== '').join(' · ')}</span>
            <span>{`${texts.window} · ${texts.status}`}</span>
            <span>{texts.amounts.join(', ')}</span>
          </span>
        }
      />
    );
  };
  return <List label={words.tableCaption(useDayText(day))}>{shown.overview.runs.map(row)}</List>;
}
