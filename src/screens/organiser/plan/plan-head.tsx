import type { ReactElement } from 'react';
import { type Day, MAX_NAME_LENGTH, type RowId } from '#domain/scalars.ts';
import { formatWindow } from '#i18n/format.ts';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { DayField } from '../../common/day-field.tsx';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { DriverSelect } from '../driver-select.tsx';
import type { PlanFormProps } from './plan-choices.ts';
import styles from './plan.module.css';

const NONE = '';

/** When, from where and who. Nothing here is asked for that is not known yet: each may stay open. */
export function PlanHead({ draft, onChange, choices, day }: PlanFormProps): ReactElement {
  const { plan } = useWords('organiser');
  const called = usePlaceName();
  const windows = choices.windows.map(({ id, body }) => ({
    value: id as string,
    label: `${body.name} ${formatWindow(body.startMinute, body.endMinute)}`,
  }));
  const kitchens = choices.kitchens.map((kitchen) => ({ value: kitchen.id as string, label: called(kitchen) }));
  const idOf = (value: string): RowId | null => (value === NONE ? null : (value as RowId));
  return (
    <div className={styles['head']}>
      {day === 'fixed' ? null : (
        <DayField
          label={plan.day}
          value={draft.on}
          onChange={(on) => {
            if (on !== '') onChange({ ...draft, on: on as Day });
          }}
        />
      )}
      <Select
        label={plan.window}
        options={[{ value: NONE, label: plan.noWindow }, ...windows]}
        value={draft.window ?? NONE}
        onChange={(window) => onChange({ ...draft, window: idOf(window) })}
      />
      <DriverSelect
        people={choices.people}
        on={draft.on}
        value={draft.driver}
        onChange={(driver) => onChange({ ...draft, driver })}
      />
      <Select
        label={plan.kitchen}
        options={[{ value: NONE, label: plan.noKitchen }, ...kitchens]}
        value={draft.kitchen ?? NONE}
        onChange={(kitchen) => onChange({ ...draft, kitchen: idOf(kitchen) })}
      />
      <TextInput
        label={plan.label}
        placeholder={plan.labelHint}
        value={draft.label}
        onChange={(label) => onChange({ ...draft, label })}
        maxLength={MAX_NAME_LENGTH}
      />
    </div>
  );
}
