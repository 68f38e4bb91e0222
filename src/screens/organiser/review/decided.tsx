import type { ReactElement } from 'react';
import type { ReviewItem } from '#domain/views/review-tray.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { say } from '../../common/after-act.tsx';
import { recordTitle } from '../../common/unsent/record-text.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { useShare } from '../use-share.tsx';
import { reopen } from './acts.ts';
import { useOddities } from './odd-card.tsx';
import type { ReviewShown } from './review-shown.ts';

/** Few enough that a season's decisions do not bury the screen. */
const SHOWN_FIRST = 10;

export type DecidedProps = ReviewShown & { readonly items: readonly ReviewItem[] };

/** What was decided, newest first; each can be decided again. */
export function Decided({ items, ...shown }: DecidedProps): ReactElement | null {
  const { review } = useWords('organiser');
  const { shown: first, more } = useShare(items, SHOWN_FIRST);
  if (items.length === 0) return null;
  return (
    <Section heading={review.decidedTitle}>
      <List>
        {first.map((item) => (
          <DecidedRow key={`${item.type} ${item.id}`} item={item} {...shown} />
        ))}
      </List>
      {more}
    </Section>
  );
}

function DecidedRow({ item, ...shown }: ReviewShown & { readonly item: ReviewItem }): ReactElement {
  const { review } = useWords('organiser');
  const saving = useSave();
  const title = useTitle(item, shown);
  const again = (): void =>
    void saving.save(...reopen(item)).then((saved) => {
      if (saved !== null) say(review.undone);
    });
  const decision = item.type === 'odd' ? 'kept' : item.decision === 'open' ? 'kept' : item.decision;
  return (
    <ListRow
      title={title}
      detail={review.said[decision]}
      end={
        <Button size="dense" once={saving.tap} onPress={again}>
          {review.again}
        </Button>
      }
    />
  );
}

function useTitle(item: ReviewItem, { naming, subjectsById }: ReviewShown): string {
  const common = useWords('common');
  const oddities = useOddities(item.type === 'odd' ? item.records : []);
  if (item.type === 'odd') {
    const [record] = item.records;
    const place = record === undefined ? '' : naming.place(record.body.checkpoint);
    return `${place}: ${oddities.map(({ title }) => title).join('. ')}`;
  }
  const { aside, mutation, id } = item;
  return recordTitle(
    { name: mutation?.name ?? 'unreadable', number: aside.number, subject: subjectsById.get(id) ?? '' },
    common,
  );
}
