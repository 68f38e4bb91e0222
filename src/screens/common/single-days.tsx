import { useState, type ReactElement } from 'react';
import { type AvailabilityFields, MAX_DAYS } from '#domain/availability.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { formatDay } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { DayField } from './day-field.tsx';
import { useSettings } from './settings.tsx';
import { useBranchClock } from './use-branch-clock.ts';
import { useWords } from './words.ts';

type Days = AvailabilityFields['days'];
type Named = { readonly id: RowId; readonly name: string };
export type SingleDaysProps = {
  readonly windows: readonly Named[];
  readonly days: Days;
  readonly onChange: (days: Days) => void;
};

/** Days that are not like every week: free then, or not. What is said of a day holds; days that are over are left out. */
export function SingleDays(props: SingleDaysProps): ReactElement | null {
  const { windows, onChange } = props;
  const { free: words } = useWords('supply');
  const clock = useBranchClock();
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  if (clock === undefined) return null;
  const on = chosen ?? clock.today;
  const ahead = props.days.filter((day) => day.on >= clock.today);
  const set = (day: Day, free: readonly RowId[] | null): void => {
    const others = ahead.filter((one) => one.on !== day);
    const own = free === null ? [] : [{ on: day, windows: [...free] }];
    onChange([...others, ...own].toSorted((a, b) => a.on.localeCompare(b.on)));
  };
  const isReady = on >= clock.today && (ahead.length < MAX_DAYS || ahead.some((day) => day.on === on));
  return (
    <Stack gap="small">
      <h3>{words.singleDays}</h3>
      <DayField label={words.day} value={on} onChange={setChosen} />
      <Stack direction="even" gap="small">
        <Button
          isDisabled={!isReady}
          onPress={() =>
            set(
              on as Day,
              windows.map(({ id }) => id),
            )
          }
        >
          {words.freeThen}
        </Button>
        <Button isDisabled={!isReady} onPress={() => set(on as Day, [])}>
          {words.notFreeThen}
        </Button>
      </Stack>
      {ahead.map((day) => (
        <OneDay key={day.on} windows={windows} day={day} onSet={(free) => set(day.on, free)} />
      ))}
    </Stack>
  );
}

/** A day, in which windows of it, and the way back to what every week says. */
function OneDay(props: {
  readonly windows: readonly Named[];
  readonly day: Days[number];
  readonly onSet: (free: readonly RowId[] | null) => void;
}): ReactElement {
  const { windows, day, onSet } = props;
  const { free: words } = useWords('supply');
  const { language } = useSettings();
  const label = formatDay(day.on, language, 'long');
  const toggle = (id: RowId): void =>
    onSet(day.windows.includes(id) ? day.windows.filter((one) => one !== id) : [...day.windows, id]);
  return (
    <div role="group" aria-label={label}>
      <Stack gap="small">
        <p>{`${label}: ${day.windows.length === 0 ? words.notFree : words.free}`}</p>
        <Stack direction="row" gap="small">
          {windows.map(({ id, name }) => (
            <Button
              key={id}
              size="dense"
              icon={day.windows.includes(id) ? 'tick' : undefined}
              isPressed={day.windows.includes(id)}
              onPress={() => toggle(id)}
            >
              {name}
            </Button>
          ))}
          <Button size="dense" look="quiet" icon="undo" onPress={() => onSet(null)}>
            {words.asEveryWeek}
          </Button>
        </Stack>
      </Stack>
    </div>
  );
}
