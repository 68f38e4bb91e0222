import type { ReactElement } from 'react';
import { requestBoard } from '#domain/views/requests.ts';
import { requests } from '#store/queries/requests.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';

/** How many requests nobody has promised yet, and the way to them. */
export function RequestsLink(): ReactElement | null {
  const words = useWords('requests');
  const go = useGo();
  const known = useQuery(requests);
  if (known.type === 'unknown') return null;
  const { open, promised } = requestBoard(known.value.requests, known.value.closed);
  const title =
    open.length > 0
      ? words.openCount(open.length)
      : promised.length > 0
        ? words.promisedCount(promised.length)
        : words.none;
  return (
    <List>
      <ListRow
        icon={open.length > 0 ? 'exclamation' : 'hand'}
        tone={open.length > 0 ? 'needsYou' : 'plain'}
        title={title}
        detail={words.title}
        href="/requests"
        onGo={go}
      />
    </List>
  );
}
