import type { ReactElement, ReactNode } from 'react';
import type { OddRecord } from '#domain/views/review-tray.ts';
import { Link } from '../../common/router.tsx';
import { useWords } from '../../common/words.ts';
import type { ReviewShown } from './review-shown.ts';
import styles from './review.module.css';

export type RecordSideProps = ReviewShown & {
  readonly record: Pick<OddRecord, 'body' | 'counted'> & Partial<Pick<OddRecord, 'isOvertaken'>>;
  /** What can be done with this side alone. */
  readonly children?: ReactNode | undefined;
};

/** One record that counts: where, what, by whom, when and how it was written down, and its run. */
export function RecordSide({ record, naming, clock, membersById, children }: RecordSideProps): ReactElement {
  const { review, day } = useWords('organiser');
  const { reasons, recordedHow } = useWords('common');
  const { body, counted } = record;
  const name = body.member === null ? undefined : membersById.get(body.member)?.name;
  const what = [naming.amounts(counted.lines), counted.reason === null ? '' : reasons[counted.reason]];
  const facts = [day.flaggedBy(name ?? day.nobody), clock.timeText(body.recordedAt), recordedHow[body.how], body.note];
  if (record.isOvertaken === true) facts.push(review.notCounted);
  return (
    <div className={styles['side']}>
      <p>
        <strong>{naming.place(body.checkpoint)}</strong>
        <span className={styles['line']}>{what.filter((text) => text !== '').join(' · ')}</span>
        <span className={styles['line']}>{facts.filter((text) => text !== '').join(' · ')}</span>
      </p>
      <div className={styles['acts']}>
        {body.run === null ? null : (
          <Link className={styles['link']} to={`/runs/${body.run}`}>
            {review.openRun}
          </Link>
        )}
        {children}
      </div>
    </div>
  );
}
