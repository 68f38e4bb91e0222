import { useRef, type ReactElement } from 'react';
import { MAX_STOPS } from '#domain/scalars.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import { Banner } from '#ui/banner.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '../../common/words.ts';
import { ItemChoice } from './item-choice.tsx';
import { PlacePicker } from './place-picker.tsx';
import type { PlanFormProps } from './plan-choices.ts';
import { addStop, moveStopTo, readableStops } from './plan-draft.ts';
import { PlanHead } from './plan-head.tsx';
import { useDragOrder } from './use-drag-order.ts';
import { StopEditor } from './stop-editor.tsx';
import styles from './plan.module.css';

/** The whole form: when and who, what, where; at its end what must be in the car. */
export function PlanForm(props: PlanFormProps): ReactElement {
  const { draft, onChange, choices } = props;
  const { plan } = useWords('organiser');
  const loading = loadingList(readableStops(draft));
  const list = useRef<HTMLOListElement>(null);
  useDragOrder(list, (from, to) => onChange(moveStopTo(draft, from, to)));
  return (
    <>
      <PlanHead {...props} />
      <ItemChoice {...props} />
      <Section heading={plan.stops}>
        {draft.stops.length >= MAX_STOPS ? (
          <p role="status">{plan.tooManyStops}</p>
        ) : (
          <PlacePicker
            places={choices.checkpoints}
            taken={draft.stops.map(({ checkpoint }) => checkpoint)}
            onPick={(checkpoint) => onChange(addStop(draft, checkpoint))}
          />
        )}
        {draft.stops.length === 0 ? null : (
          <ol className={styles['stops']} ref={list}>
            {draft.stops.map((stop, index) => (
              <StopEditor key={stop.key} {...props} stop={stop} index={index} />
            ))}
          </ol>
        )}
      </Section>
      <Problem {...props} />
      <Section heading={plan.loadingList}>
        <p className={styles['loading']} role="status">
          {loading.length === 0 ? plan.loadingEmpty : choices.naming.amounts(loading)}
        </p>
      </Section>
    </>
  );
}

/** Says what is wrong next to the button that was pressed; the field itself is marked too. */
function Problem({ problem, choices }: PlanFormProps): ReactElement {
  const { plan } = useWords('organiser');
  return (
    <div role="alert">
      {problem === undefined ? null : (
        <Banner
          tone="warn"
          title={
            problem.code === 'noAmounts'
              ? plan.noAmounts(choices.naming.place(problem.checkpoint))
              : problem.code === 'amountWrong'
                ? plan.notSaved
                : plan[problem.code]
          }
        />
      )}
    </div>
  );
}
