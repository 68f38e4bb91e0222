import type { ReactElement } from 'react';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { useWords } from '../../common/words.ts';
import { useWide } from '../../common/use-wide.ts';
import type { DayShown } from './day-shown.ts';

type Row = Readonly<Record<'id' | 'place' | 'what' | 'who' | 'when', string>>;

/** What was brought beside the plan. */
export function Unplanned({ overview, naming, clock, membersById }: DayShown): ReactElement | null {
  const { day } = useWords('organiser');
  const { reasons } = useWords('common');
  const isWide = useWide();
  if (overview.unplanned.length === 0) return null;
  const rows = overview.unplanned.map(({ id, body, counted }): Row => ({
    id,
    place: naming.place(body.checkpoint),
    what: [naming.amounts(counted.lines), counted.reason === null ? '' : reasons[counted.reason]]
      .filter((text) => text !== '')
      .join(' · '),
    who: body.member === null ? day.nobody : (membersById.get(body.member)?.name ?? day.nobody),
    when: clock.timeText(body.recordedAt),
  }));
  if (!isWide) {
    return (
      <Section heading={day.unplannedTitle}>
        <List>
          {rows.map(({ id, place, what, who, when }) => (
            <ListRow key={id} title={place} detail={`${what} · ${who} · ${when}`} />
          ))}
        </List>
      </Section>
    );
  }
  const { columnsUnplanned: headers } = day;
  const columns: readonly Column<Row>[] = [
    { id: 'place', header: headers.place, isRowHeader: true, cell: ({ place }) => place },
    { id: 'what', header: headers.what, cell: ({ what }) => what },
    { id: 'who', header: headers.who, cell: ({ who }) => who },
    { id: 'when', header: headers.when, cell: ({ when }) => when },
  ];
  return <Table caption={day.unplannedTitle} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
