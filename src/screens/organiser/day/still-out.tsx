import type { ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { dayRows } from '#store/queries/day-rows.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';

/** A night's tea belongs to the day on which it begins: after midnight its runs are a tap away, and not forgotten. */
export function StillOut({ today }: { readonly today: Day }): ReactElement | null {
  const { day } = useWords('organiser');
  const go = useGo();
  const yesterday = addDays(today, -1);
  const answer = useQuery(dayRows, yesterday);
  if (answer.type === 'unknown') return null;
  const runs = answer.value.runs.filter(({ body: { status } }) => status === 'planned' || status === 'underWay');
  if (runs.length === 0) return null;
  return (
    <List>
      <ListRow icon="clock" title={day.stillOut(runs.length)} href={`/today?on=${yesterday}`} onGo={go} />
    </List>
  );
}
