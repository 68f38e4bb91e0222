import type { ReactElement } from 'react';
import { noticesOn, textsFor } from '#domain/views/notices.ts';
import { notices } from '#store/queries/notices.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { useSettings } from '../settings.tsx';
import { useBranchClock } from '../use-branch-clock.ts';
import { useGo } from '../use-go.ts';
import { useQuery } from '../use-query.ts';
import { useWords } from '../words.ts';

/** The way to the notices, the pinned ones by their headings; nothing where there are none. */
export function NoticesLink(): ReactElement | null {
  const words = useWords('notices');
  const { language } = useSettings();
  const go = useGo();
  const clock = useBranchClock();
  const known = useQuery(notices);
  if (known.type === 'unknown' || clock === undefined) return null;
  const shown = noticesOn(known.value, clock.today);
  if (shown.length === 0) return null;
  const pinned = shown.filter(({ body }) => body.isPinned).map(({ body }) => textsFor(body, language)[0]?.title ?? '');
  return (
    <List label={words.title}>
      <ListRow
        icon="bell"
        title={pinned.length === 0 ? words.title : pinned.join(' · ')}
        detail={words.count(shown.length)}
        href="/notices"
        onGo={go}
      />
    </List>
  );
}
