import type { ReactElement } from 'react';
import type { AvailabilityFields } from '#domain/availability.ts';
import type { RowId } from '#domain/scalars.ts';
import { formatWeekday } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { SingleDays } from './single-days.tsx';
import { useSettings } from './settings.tsx';
import { useWords } from './words.ts';

type Named = { readonly id: RowId; readonly name: string };
export type AvailabilityFormProps = {
  readonly windows: readonly Named[];
  /** Where somebody may start: public places of the branch, never a home. */
  readonly kitchens: readonly Named[];
  readonly checkpoints: readonly Named[];
  readonly said: AvailabilityFields;
  readonly onChange: (said: AvailabilityFields) => void;
};

const NONE = '';
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** From where somebody starts, and in which windows of which weekdays they are free. */
export function AvailabilityForm(props: AvailabilityFormProps): ReactElement {
  const { windows, kitchens, checkpoints, said, onChange } = props;
  const { free: words } = useWords('supply');
  const daysOf = (window: RowId): readonly number[] => said.weekly.find((one) => one.window === window)?.weekdays ?? [];
  const setDays = (window: RowId, weekdays: readonly number[]): void => {
    const others = said.weekly.filter((one) => one.window !== window);
    const own = weekdays.length === 0 ? [] : [{ window, weekdays: weekdays.toSorted((a, b) => a - b) }];
    onChange({ ...said, weekly: [...others, ...own] });
  };
  const start = (id: RowId | typeof NONE): void => {
    const kitchen = kitchens.find((one) => one.id === id)?.id ?? null;
    onChange({ ...said, kitchen, checkpoint: id === NONE || kitchen !== null ? null : id });
  };
  return (
    <>
      <Select<RowId | typeof NONE>
        label={words.start}
        hint={words.startHint}
        value={said.kitchen ?? said.checkpoint ?? NONE}
        options={[
          { value: NONE, label: words.noStart },
          ...[...kitchens, ...checkpoints].map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={start}
      />
      {windows.map(({ id, name }) => (
        <WeekdayChoice
          key={id}
          label={words.windows(name)}
          value={daysOf(id)}
          onChange={(weekdays) => setDays(id, weekdays)}
        />
      ))}
      <SingleDays windows={windows} days={said.days} onChange={(days) => onChange({ ...said, days })} />
    </>
  );
}

function WeekdayChoice(props: {
  readonly label: string;
  readonly value: readonly number[];
  readonly onChange: (weekdays: readonly number[]) => void;
}): ReactElement {
  const { label, value, onChange } = props;
  const { free: words } = useWords('supply');
  const { language } = useSettings();
  const isEvery = value.length === WEEK.length;
  const toggle = (weekday: number): void =>
    onChange(value.includes(weekday) ? value.filter((one) => one !== weekday) : [...value, weekday]);
  return (
    <div role="group" aria-label={label}>
      <Stack gap="small">
        <h3>{label}</h3>
        <Stack direction="row" gap="small">
          <Button size="dense" isPressed={isEvery} onPress={() => onChange(isEvery ? [] : WEEK)}>
            {words.everyDay}
          </Button>
          {WEEK.map((weekday) => (
            <Button
              key={weekday}
              size="dense"
              icon={value.includes(weekday) ? 'tick' : undefined}
              isPressed={value.includes(weekday)}
              onPress={() => toggle(weekday)}
            >
              {formatWeekday(weekday, language)}
            </Button>
          ))}
        </Stack>
      </Stack>
    </div>
  );
}
