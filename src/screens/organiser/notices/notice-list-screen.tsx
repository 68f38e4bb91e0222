import { useState, type ReactElement } from 'react';
import { type Notice, noticesOn, textsFor } from '#domain/views/notices.ts';
import { checkpoints } from '#store/queries/checkpoints.ts';
import { noticeReaches } from '#store/queries/notice-reaches.ts';
import { notices } from '#store/queries/notices.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { NoticeCard } from '../../common/notices/notice-card.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import type { Codes } from './notice-draft.ts';
import { NoticeDialog } from './notice-dialog.tsx';
import { ReachLine } from './reach-line.tsx';

/** The notices as everybody has them, and those that are shown no longer. */
export function NoticeListScreen(): ReactElement {
  const words = useWords('notices');
  const { actions } = useWords('common');
  const { language } = useSettings();
  const clock = useBranchClock();
  const known = useQuery(notices);
  const reaches = useQuery(noticeReaches);
  const [open, setOpen] = useState<Notice | 'new' | undefined>(undefined);
  const codes = useCodes();
  const all = known.type === 'known' && clock !== undefined ? known.value : undefined;
  const shown = all === undefined || clock === undefined ? [] : noticesOn(all, clock.today);
  const over = (all ?? []).filter((notice) => !shown.includes(notice));
  return (
    <Page
      title={words.title}
      action={
        <Button look="primary" icon="plus" width="full" onPress={() => setOpen('new')}>
          {words.add}
        </Button>
      }
    >
      <p>{words.lead}</p>
      {all?.length === 0 ? <EmptyState icon="list" title={words.emptyTitle} /> : null}
      {shown.map((notice) => (
        <NoticeCard
          key={notice.id}
          notice={notice}
          actions={
            <Stack direction="row" gap="small">
              <ReachLine reach={reaches.type === 'known' ? reaches.value.get(notice.id) : undefined} />
              <Button size="dense" onPress={() => setOpen(notice)}>
                {actions.change}
              </Button>
            </Stack>
          }
        />
      ))}
      {over.length === 0 ? null : (
        <List label={words.over}>
          {over.map((notice) => (
            <ListRow
              key={notice.id}
              title={textsFor(notice.body, language)[0]?.title ?? ''}
              detail={words.topics[notice.body.topic]}
              end={words.over}
              tone="past"
              onPress={() => setOpen(notice)}
            />
          ))}
        </List>
      )}
      {open === undefined || codes === undefined ? null : (
        <NoticeDialog row={open === 'new' ? undefined : open} codes={codes} onClose={() => setOpen(undefined)} />
      )}
    </Page>
  );
}

/** An open checkpoint has its number before a closed one that had it earlier. */
function useCodes(): Codes | undefined {
  const known = useQuery(checkpoints);
  if (known.type === 'unknown') return undefined;
  const openLast = known.value.toSorted((a, b) => Number(a.status === 'open') - Number(b.status === 'open'));
  return {
    idByCode: new Map(openLast.map(({ id, code }) => [code, id])),
    codeById: new Map(openLast.map(({ id, code }) => [id, code])),
  };
}
