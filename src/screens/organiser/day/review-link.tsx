import { useMemo, type ReactElement } from 'react';
import type { DayRows } from '#domain/views/day-overview.ts';
import { reviewTray } from '#domain/views/review-tray.ts';
import { reviewRows } from '#store/queries/review-rows.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';

/** Later than every day: the doubles of the day that is shown are among its own rows already. */
export const NO_DAY = '9999-12-31';

/** How many things wait for a decision, whatever their day; the way to what was decided, when nothing does. */
export function ReviewLink({ rows }: { readonly rows: DayRows }): ReactElement | null {
  const { day, review } = useWords('organiser');
  const go = useGo();
  const answer = useQuery(reviewRows, NO_DAY);
  const count = useMemo(() => (answer.type === 'known' ? openCount(answer.value, rows) : undefined), [answer, rows]);
  if (count === undefined) return null;
  const isOpen = count > 0;
  return (
    <List>
      <ListRow
        icon={isOpen ? 'exclamation' : 'tick'}
        tone={isOpen ? 'needsYou' : 'plain'}
        title={isOpen ? day.flagged(count) : review.emptyTitle}
        detail={review.title}
        href="/review"
        onGo={go}
      />
    </List>
  );
}

type Rows = Parameters<typeof reviewTray>[0];

/** How many things of a tray are open, with the records of a day besides. */
export function openCount(known: Rows, shown: DayRows): number {
  const deliveries = new Map([...known.deliveries, ...shown.deliveries].map((row) => [row.id, row]));
  const correctionsById = new Map([...known.correctionsById, ...shown.correctionsById]);
  return reviewTray({ ...known, deliveries: [...deliveries.values()], correctionsById }).open.length;
}
