import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { countedDelivery } from '#domain/views/counted-delivery.ts';
import { deliveryHistory, type HistoryStep } from '#domain/views/delivery-history.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { RecordMark } from '../../common/record-mark.tsx';
import { useWords } from '../../common/words.ts';
import type { OpenDialog } from './run-dialog.tsx';
import type { RunShown } from './run-shown.ts';
import styles from './run.module.css';

export type StopDeliveredProps = RunShown & {
  readonly stop: StopProgress;
  readonly onOpen: (dialog: OpenDialog) => void;
};

/** All records of a stop, those that were taken back too: nothing that somebody said disappears. */
export function StopDelivered(props: StopDeliveredProps): ReactElement {
  const { record, stop, onOpen } = props;
  const { run: words } = useWords('organiser');
  const mayRecord = record.run.status !== 'cancelled' && record.run.importedFrom === null;
  const own = record.deliveries.filter(({ body }) => body.stop === stop.index);
  return (
    <div className={styles['records']}>
      {own.map(({ id }) => (
        <OneRecord key={id} {...props} delivery={id} />
      ))}
      {stop.records.length > 0 ? null : (
        <div className={styles['record']}>
          <span className={styles['quiet']}>{words.noRecord}</span>
          {mayRecord ? (
            <Button size="dense" onPress={() => onOpen({ type: 'record', stop: stop.index, delivery: null })}>
              {words.recordHere}
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

function OneRecord(props: StopDeliveredProps & { readonly delivery: RowId }): ReactElement | null {
  const { record, stop, delivery, onOpen, naming } = props;
  const { run: words, review } = useWords('organiser');
  const common = useWords('common');
  const { flags } = useWords('errors');
  const row = record.deliveries.find(({ id }) => id === delivery);
  if (row === undefined) return null;
  const counted = stop.records.find((one) => one.delivery === delivery);
  const isWithdrawn = countedDelivery(row.body, record.correctionsById).type === 'withdrawn';
  const steps = deliveryHistory(row.id, row.body, record.correctionsById);
  const standings = steps.flatMap(({ id }) => record.standingsById.get(id) ?? []);
  return (
    <div className={styles['record']}>
      {counted === undefined ? (
        <span
          className={styles['gone']}
        >{`${naming.amounts(row.body.lines)} · ${isWithdrawn ? words.withdrawn : review.notCounted}`}</span>
      ) : (
        <span className={styles['amount']}>
          {naming.amounts(counted.lines)}
          {counted.reason === null ? null : ` · ${common.reasons[counted.reason]}`}
        </span>
      )}
      <RecordMark standings={standings} />
      {row.body.flags.map((flag) => (
        <span key={flag} className={styles['flag']}>{`${flags[flag].title}. ${flags[flag].next}`}</span>
      ))}
      <History {...props} steps={steps} />
      {counted === undefined ? null : (
        <span className={styles['correct']}>
          <Button size="dense" look="quiet" onPress={() => onOpen({ type: 'record', stop: stop.index, delivery })}>
            {words.correct}
          </Button>
        </span>
      )}
    </div>
  );
}

/** One line when it was only recorded; a fold with all that was said when it was corrected since. */
function History(props: StopDeliveredProps & { readonly steps: readonly HistoryStep[] }): ReactElement | null {
  const { steps } = props;
  const { run: words } = useWords('organiser');
  const stepText = useStepText(props);
  const [first] = steps;
  if (first === undefined) return null;
  if (steps.length === 1) return <span className={styles['quiet']}>{stepText(first)}</span>;
  return (
    <div className={styles['fold']}>
      <Disclosure summary={words.corrected}>
        <ol className={styles['history']}>
          {steps.map((step) => (
            <li key={step.id}>
              {`${words.history[step.type]}: ${step.type === 'withdrawn' ? '' : props.naming.amounts(step.lines)} `}
              <span className={styles['quiet']}>{stepText(step)}</span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}

/** "by Anna · 14:02 · told by phone · the note". */
function useStepText({ people, clock }: StopDeliveredProps): (step: HistoryStep) => string {
  const { run: words } = useWords('organiser');
  const { recordedHow } = useWords('common');
  return ({ member, at, how, note }) => {
    const name = member === null ? undefined : people.membersById.get(member)?.name;
    return [
      name === undefined ? '' : words.by(name),
      how === 'import' ? '' : clock.timeText(at),
      how === null ? '' : recordedHow[how],
      note,
    ]
      .filter((text) => text !== '')
      .join(' · ');
  };
}
