import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { AmountFields } from '../amount-fields.tsx';
import { setForAll, toggleItem } from './plan-draft.ts';
import type { PlanFormProps } from './plan-choices.ts';
import styles from './plan.module.css';

/** What the run carries, and how much of it a stop gets when nobody says otherwise. */
export function ItemChoice({ draft, onChange, choices }: PlanFormProps): ReactElement {
  const { plan } = useWords('organiser');
  const { items } = useWords('places');
  const go = useGo();
  return (
    <Section heading={plan.what}>
      {choices.items.length === 0 ? (
        <Stack gap="small">
          <p>{plan.noItems}</p>
          <ButtonLink icon="plus" href="/items" onGo={go}>
            {items.add}
          </ButtonLink>
        </Stack>
      ) : (
        <Stack>
          <p>{plan.whatHint}</p>
          <Stack direction="row" gap="small">
            {choices.items.map(({ id, name, unit }) => (
              <Button
                key={id}
                size="dense"
                icon={draft.items.includes(id) ? 'tick' : 'plus'}
                isPressed={draft.items.includes(id)}
                onPress={() => onChange(toggleItem(draft, id))}
              >
                {`${name}, ${unit}`}
              </Button>
            ))}
          </Stack>
          <EachStop draft={draft} onChange={onChange} choices={choices} />
        </Stack>
      )}
    </Section>
  );
}

function EachStop({ draft, onChange, choices }: Omit<PlanFormProps, 'problem'>): ReactElement | null {
  const { plan } = useWords('organiser');
  if (draft.items.length === 0) return null;
  const isElsewhere = draft.stops.some(({ texts }) => draft.items.some((item) => texts[item] !== draft.each[item]));
  return (
    <Stack gap="small">
      <h3 className={styles['each']}>{plan.each}</h3>
      <AmountFields
        items={draft.items}
        texts={draft.each}
        onChange={(each) => onChange({ ...draft, each })}
        naming={choices.naming}
      />
      {isElsewhere ? (
        <Stack direction="row">
          <Button size="dense" onPress={() => onChange(setForAll(draft))}>
            {plan.useForAll}
          </Button>
        </Stack>
      ) : null}
    </Stack>
  );
}
