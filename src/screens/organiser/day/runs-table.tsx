import { useMemo, type ReactElement, type ReactNode } from 'react';
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
        <>
          <Link className={styles['runLink']} to={`/runs/${overview.id}`}>
            {textsOf(overview).label}
          </Link>
          <div className={styles['hours']}>{textsOf(overview).window}</div>
        </>
      ),
    },
    { id: 'state', header: columns.state, share: 22, cell: (overview) => runState(textsOf(overview)) },
    { id: 'driver', header: columns.driver, share: 22, cell: (overview) => driver(textsOf(overview)) },
    { id: 'stops', header: columns.stops, share: 12, align: 'end', cell: (overview) => textsOf(overview).stops },
    {
      id: 'amounts',
      header: columns.progress,
      share: 22,
      cell: (overview) => textsOf(overview).amounts.map((amount) => <div key={amount}>{amount}</div>),
    },
  ];
}

function isOver(status: RunOverview['run']['status']): boolean {
  return status === 'completed' || status === 'cancelled' || status === 'abandoned';
}

function runState({ needs, status, roads }: RunTexts): ReactNode {
  const standing = needs === '' ? status : <StateMark state="needsYou" word={needs} detail={status} />;
  if (roads.length === 0) return standing;
  return (
    <div className={styles['lines']}>
      {standing}
      {roads.map((road) => (
        <StateMark key={road} state="needsYou" word={road} />
      ))}
    </div>
  );
}

function driver({ driver: name, reported, heard, person }: RunTexts): ReactNode {
  const facts = [reported, heard].filter((text) => text !== '').join(' · ');
  return (
    <>
      {name}
      {facts === '' ? null : <div className={styles['hours']}>{facts}</div>}
      {person?.phone === undefined || person.phone === null ? null : (
        <PhoneLink name={person.name} phone={person.phone} />
      )}
    </>
  );
}
