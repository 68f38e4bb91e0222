import { useId, type ReactElement } from 'react';
import { factsOf, type ReviewItem } from '#domain/views/review-tray.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { recordTitle } from '../../common/unsent/record-text.ts';
import { useWords } from '../../common/words.ts';
import { PhoneLink } from '../phone-link.tsx';
import { decideAside, takeIn } from './acts.ts';
import { RecordSide } from './record-side.tsx';
import type { ReviewShown } from './review-shown.ts';
import { useDecide } from './use-decide.ts';
import styles from './review.module.css';

type Aside = Extract<ReviewItem, { type: 'aside' }>;
export type AsideCardProps = ReviewShown & {
  readonly item: Aside;
  /** Of its first button. */
  readonly look: 'primary' | 'secondary';
};

/** What the server holds without effect: why, what it says, what counts in its place, and one tap for what becomes of it. */
export function AsideCard({ item, look, ...shown }: AsideCardProps): ReactElement {
  const { review } = useWords('organiser');
  const headingId = useId();
  const { saving, decide } = useDecide();
  const { aside, beside } = item;
  const why = review.reasons[aside.reason];
  const taking = takeIn(item);
  const isForGood = aside.reason === 'revoked' || aside.reason === 'fork';
  return (
    <Card tone="needsYou" labelledBy={headingId}>
      <h2 className={styles['heading']} id={headingId}>
        {why.title}
      </h2>
      {beside === undefined ? null : (
        <>
          <h3 className={styles['which']}>{review.countsNow}</h3>
          <RecordSide {...shown} record={beside} />
          <h3 className={styles['which']}>{review.keptAside}</h3>
        </>
      )}
      <AsideFacts item={item} {...shown} />
      <p>{`${why.safe} ${why.next}`}</p>
      <Stack direction="row" gap="small">
        {taking === null ? null : (
          <Button
            look={look}
            icon="tick"
            once={saving.tap}
            onPress={() => decide({ ...taking, said: review.said.takenIn })}
          >
            {review.takeIn}
          </Button>
        )}
        {isForGood ? null : (
          <Button once={saving.tap} onPress={() => decide({ ...decideAside(item, 'kept'), said: review.said.kept })}>
            {review.letWait}
          </Button>
        )}
        <Button
          once={saving.tap}
          onPress={() => decide({ ...decideAside(item, 'setAside'), said: review.said.setAside })}
        >
          {review.setAside}
        </Button>
      </Stack>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </Card>
  );
}

/** What it says, from whose phone, when. */
function AsideFacts({
  item,
  naming,
  clock,
  membersById,
  subjectsById,
}: ReviewShown & { readonly item: Aside }): ReactElement {
  const { review } = useWords('organiser');
  const common = useWords('common');
  const { aside, mutation } = item;
  const facts = factsOf(mutation);
  const person = aside.member === null ? undefined : membersById.get(aside.member);
  const title = recordTitle(
    { name: mutation?.name ?? 'unreadable', number: aside.number, subject: subjectsById.get(item.id) ?? '' },
    common,
  );
  const reason = facts?.reason === null || facts?.reason === undefined ? '' : common.reasons[facts.reason];
  const what = facts === undefined ? [] : [naming.amounts(facts.lines), reason, facts.note];
  const from = [
    person === undefined ? review.fromNobody : review.from(person.name),
    review.written(clock.timeText(aside.claimedAt)),
    review.arrived(clock.timeText(aside.receivedAt)),
  ];
  return (
    <div className={styles['side']}>
      <p>
        <strong>{title}</strong>
        {mutation === null ? <span className={styles['line']}>{review.unreadable}</span> : null}
        <span className={styles['line']}>{what.filter((text) => text !== '').join(' · ')}</span>
        <span className={styles['line']}>{from.join(' · ')}</span>
      </p>
      {person?.phone === undefined || person.phone === null ? null : (
        <PhoneLink name={person.name} phone={person.phone} />
      )}
    </div>
  );
}
