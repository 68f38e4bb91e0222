import type { ReactElement } from 'react';
import type { UnplannedDelivery } from '#domain/views/day-overview.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { useWords } from '../../common/words.ts';
import { useWide } from '../../common/use-wide.ts';
import type { DayShown } from './day-shown.ts';
import { InParts } from './in-parts.tsx';

type Row = Readonly<Record<'id' | 'place' | 'what' | 'who' | 'when', string>>;

/** What was brought beside the plan. */
export function Unplanned({ overview, naming, clock, membersById }: DayShown): ReactElement | null {
  const { day } = useWords('organiser');
  const { reasons } = useWords('common');
  const isWide = useWide();
  if (overview.unplanned.length === 0) return null;
  const rowOf = ({ id, body, counted }: UnplannedDelivery): Row => ({
    id,
    place: naming.place(body.checkpoint),
    what: [naming.amounts(counted.lines), counted.reason === null ? '' : reasons[counted.reason]]
      .filter((text) => text !== '')
      .join(' · '),
    who: body.member === null ? day.nobody : (membersById.get(body.member)?.name ?? day.nobody),
    when: clock.timeText(body.recordedAt),
  });
  if (!isWide) {
    return (
      <Section heading={day.unplannedTitle}>
        <InParts rows={overview.unplanned}>
          {(part) => (
            <List>
              {part.map(rowOf).map(({ id, place, what, who, when }) => (
                <ListRow key={id} title={place} detail={`${what} · ${who} · ${when}`} />
              ))}
            </List>
          )}
        </InParts>
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
  return (
    <InParts rows={overview.unplanned}>
      {(part) => (
        <Table caption={day.unplannedTitle} columns={columns} rows={part.map(rowOf)} rowKey={({ id }) => id} />
      )}
    </InParts>
  );
}
