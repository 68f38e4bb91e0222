import type { ReactElement } from 'react';
import type { NoticeReach } from '#domain/views/notice-reach.ts';
import type { NoticeWords } from '#i18n/notices/en.ts';
import { freshness } from '#store/queries/freshness.ts';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';

/** On how many phones a notice is not yet, and how old that knowledge is. */
export function ReachLine({ reach }: { readonly reach: NoticeReach | undefined }): ReactElement | null {
  const words = useWords('notices');
  const clock = useBranchClock();
  const fresh = useQuery(freshness);
  if (fresh.type === 'unknown' || clock === undefined) return null;
  const { heardAt, rows } = fresh.value;
  if (reach === undefined || heardAt === null || rows !== 'whole') return <p>{words.reach.notKnown}</p>;
  return <p>{`${reachText(reach, words)} · ${words.reach.asOf(clock.timeText(heardAt))}`}</p>;
}

function reachText({ phones, without, unknown }: NoticeReach, { reach }: Pick<NoticeWords, 'reach'>): string {
  if (phones === 0) return reach.nobody;
  if (phones === unknown) return reach.notKnown;
  if (unknown === 0) return without === 0 ? reach.onAll(phones) : reach.without(without, phones);
  const known = without === 0 ? reach.on(phones - unknown, phones) : reach.without(without, phones);
  return `${known}, ${reach.notKnownOf(unknown)}`;
}
