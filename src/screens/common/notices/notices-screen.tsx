import type { ReactElement } from 'react';
import { noticesOn } from '#domain/views/notices.ts';
import { notices } from '#store/queries/notices.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Frame } from '../frame.tsx';
import { useBranchClock } from '../use-branch-clock.ts';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';
import { NoticeCard } from './notice-card.tsx';

/** Hotlines, buses, roads, weather: readable and dialable with no network. */
export function NoticesScreen(): ReactElement {
  const words = useWords('notices');
  const clock = useBranchClock();
  const known = useQuery(notices);
  const shown = known.type === 'unknown' || clock === undefined ? undefined : noticesOn(known.value, clock.today);
  return (
    <Frame title={words.title} back="/">
      {shown?.length === 0 ? (
        <EmptyState icon="bell" title={words.emptyTitle}>
          <p>{words.emptyHint}</p>
        </EmptyState>
      ) : null}
      {shown?.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </Frame>
  );
}
