import { useMemo } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { type Notice, textsFor } from '#domain/views/notices.ts';
import { roadsByPlace } from '#domain/views/roads.ts';
import { notices } from '#store/queries/notices.ts';
import { useSettings } from '../settings.tsx';
import { useBranchClock } from '../use-branch-clock.ts';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** Says of a checkpoint that a notice concerns its road, in the reader's language: "Road: closed at the bridge". */
export function useRoads(): (checkpoint: RowId) => string | undefined {
  const { topics } = useWords('notices');
  const { language } = useSettings();
  const known = useQuery(notices);
  const today = useBranchClock()?.today;
  return useMemo(() => {
    const byPlace =
      known.type === 'unknown' || today === undefined ? new Map<RowId, Notice>() : roadsByPlace(known.value, today);
    return (checkpoint) => {
      const notice = byPlace.get(checkpoint);
      return notice && `${topics.road}: ${textsFor(notice.body, language)[0]?.title ?? ''}`;
    };
  }, [known, today, topics, language]);
}
