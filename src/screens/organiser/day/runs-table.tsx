import { useMemo, type ReactElement } from 'react';
import { Link } from '../../common/router.tsx';
import type { Day } from '#domain/scalars.ts';
import type { RunOverview } from '#domain/views/day-overview.ts';
import type { OrganiserWords } from '#i18n/organiser/en.ts';
import { StateMark } from '#ui/state-mark.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { PhoneLink } from '../phone-link.tsx';
import { useWords } from '../../common/words.ts';
import type { DayShown } from './day-shown.ts';
import { useDayText } from './day-text.ts';
import { type RunTexts, useRunTexts } from './run-texts.ts';
import styles from './day.module.css';

/** All runs of the day side by side, for a screen with room. */
export function RunsTable({ day, ...shown }: DayShown & { readonly day: Day }): ReactElement {
  const { day: words } = useWords('organiser');
  const textsOf = useRunTexts(shown);
  const dayText = useDayText(day);
  const columns = useMemo(() => columnsOf(words.columns, textsOf), [words, textsOf]);
  return (
    <Table
      caption={words.tableCaption(dayText)}
      captioned="hidden"
      columns={columns}
      rows={shown.overview.runs}
      rowKey={({ id }) => id}
      rowTone={({ needs, run }) => (needs.length > 0 ? 'needsYou' : isOver(run.status) ? 'past' : 'plain')}
    />
  );
}

function columnsOf(
  columns: OrganiserWords['day']['columns'],
  textsOf: (overview: RunOverview) => RunTexts,
): readonly Column<RunOverview>[] {
  return [
    {
      id: 'run',
      header: columns.run,
      share: 22,
      isRowHeader: true,
      cell: (overview) => (
        <span className={styles['run']}>
          <Link className={styles['runLink']} to={`/runs/${overview.id}`}>
            {textsOf(overview).label}
          </Link>
          <span className={styles['hours']}>{textsOf(overview).window}</span>
        </span>
      ),
    },
    { id: 'state', header: columns.state, share: 22, cell: (overview) => <RunState texts={textsOf(overview)} /> },
    { id: 'driver', header: columns.driver, share: 22, cell: (overview) => <Driver texts={textsOf(overview)} /> },
    {
      id: 'stops',
      header: columns.stops,
      share: 12,
      align: 'end',
      cell: (overview) => <Short text={textsOf(overview).stops} />,
    },
    { id: 'amounts', header: columns.progress, share: 22, cell: (overview) => <Amounts texts={textsOf(overview)} /> },
  ];
}

function Short({ text }: { readonly text: string }): ReactElement {
  return <span className={styles['short']}>{text}</span>;
}

function Amounts({ texts }: { readonly texts: RunTexts }): ReactElement {
  return (
    <span className={styles['lines']}>
      {texts.amounts.map((amount) => (
        <span key={amount}>{amount}</span>
      ))}
    </span>
  );
}

function isOver(status: RunOverview['run']['status']): boolean {
  return status === 'completed' || status === 'cancelled' || status === 'abandoned';
}

function RunState({ texts }: { readonly texts: RunTexts }): ReactElement {
  return (
    <span className={styles['state']}>
      {texts.needs === '' ? (
        <span>{texts.status}</span>
      ) : (
        <StateMark state="needsYou" word={texts.needs} detail={texts.status} />
      )}
      {texts.roads.map((road) => (
        <StateMark key={road} state="needsYou" word={road} />
      ))}
    </span>
  );
}

function Driver({ texts: { driver, reported, heard, person } }: { readonly texts: RunTexts }): ReactElement {
  return (
    <span className={styles['driver']}>
      <span>{driver}</span>
      {reported === '' ? null : <span className={styles['hours']}>{reported}</span>}
      <span className={styles['hours']}>{heard}</span>
      {person?.phone === undefined || person.phone === null ? null : (
        <PhoneLink name={person.name} phone={person.phone} />
      )}
    </span>
  );
}
