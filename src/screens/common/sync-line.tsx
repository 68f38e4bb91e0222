import type { ReactElement } from 'react';
import { freshness } from '#store/queries/freshness.ts';
import { useBranchClock } from './use-branch-clock.ts';
import { useQuery } from './use-query.ts';
import { useWords } from './words.ts';

/** The only claim about the network: when the server was last heard. */
export function SyncLine(): ReactElement {
  const errors = useWords('errors');
  const { loading } = useWords('common');
  const fresh = useQuery(freshness);
  const clock = useBranchClock();
  if (fresh.type === 'unknown' || clock === undefined) return <span>{loading}</span>;
  const { heardAt } = fresh.value;
  return (
    <span>{heardAt === null ? errors.connection.never.title : errors.serverReached(clock.timeText(heardAt))}</span>
  );
}
