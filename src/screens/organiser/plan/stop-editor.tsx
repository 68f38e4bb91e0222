import type { ReactElement } from 'react';
import { Icon } from '#ui/icon.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { classes } from '#ui/classes.ts';
import { useWords } from '../../common/words.ts';
import { AmountFields } from '../amount-fields.tsx';
import { StopName } from '../stop-name.tsx';
import { changeStop, type DraftStop, moveStop, removeStop } from './plan-draft.ts';
import type { PlanFormProps } from './plan-choices.ts';
import styles from './plan.module.css';

export type StopEditorProps = PlanFormProps & { readonly stop: DraftStop; readonly index: number };

/** One stop: where, how much, and its place among the others. */
export function StopEditor({ draft, onChange, choices, problem, stop, index }: StopEditorProps): ReactElement {
  const { plan } = useWords('organiser');
  const { amend } = useWords('coverage');
  const { naming } = choices;
  const place = naming.place(stop.checkpoint);
  const own = problem !== undefined && 'key' in problem && problem.key === stop.key ? problem : undefined;
  return (
    <li className={classes(styles['stop'], own !== undefined && styles['wrong'])} data-order={index}>
      <span className={styles['place']}>
        <StopName ordinal={index + 1} place={place} />
      </span>
      <AmountFields
        items={draft.items}
        texts={stop.texts}
        onChange={(texts) => onChange(changeStop(draft, stop.key, texts))}
        naming={naming}
        wrong={own?.code === 'amountWrong' ? own.item : undefined}
      />
      <span className={styles['tools']}>
        {draft.stops.length < 2 ? null : (
          <span className={styles['grip']} data-grip={index} title={amend.drag(place)} aria-hidden="true">
            <Icon name="grip" />
          </span>
        )}
        <IconButton
          icon="up"
          label={plan.moveUp(place)}
          isDisabled={index === 0}
          onPress={() => onChange(moveStop(draft, stop.key, -1))}
        />
        <IconButton
          icon="down"
          label={plan.moveDown(place)}
          isDisabled={index === draft.stops.length - 1}
          onPress={() => onChange(moveStop(draft, stop.key, 1))}
        />
        <IconButton icon="cross" label={plan.removeStop(place)} onPress={() => onChange(removeStop(draft, stop.key))} />
      </span>
    </li>
  );
}
