import { useState, type ReactElement } from 'react';
import type { AvailabilityFields } from '#domain/availability.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { formatWeekday } from '#i18n/format.ts';
import type { Supply } from '#store/queries/supply.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { settingAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';
import { EditDialog } from '../edit-dialog.tsx';

export type AvailabilityDialogProps = {
  readonly known: Pick<Supply, 'windows' | 'kitchens' | 'checkpoints' | 'availabilityByMember'>;
  readonly member: Supply['members'][number];
  readonly onClose: () => void;
};

const NONE = '';
const WEEK = [0, 1, 2, 3, 4, 5, 6];

/** When somebody is free, and where they would start: a place of the branch, and never a home. */
export function AvailabilityDialog({ known, member, onClose }: AvailabilityDialogProps): ReactElement {
  const { free: words, saved } = useWords('supply');
  const acts = useActs();
  const row = known.availabilityByMember.get(member.id);
  const was: AvailabilityFields | null = row === undefined ? null : fieldsOf(row);
  const [said, setSaid] = useState<AvailabilityFields>(
    was ?? { kitchen: null, checkpoint: null, weekly: [], days: [] },
  );
  const setting = (now: AvailabilityFields | null): Mutation => ({
    name: 'availabilitySet',
    args: { member: member.id, was, now },
  });
  const daysOf = (window: RowId): readonly number[] => said.weekly.find((one) => one.window === window)?.weekdays ?? [];
  const setDays = (window: RowId, weekdays: readonly number[]): void => {
    const others = said.weekly.filter((one) => one.window !== window);
    const own = weekdays.length === 0 ? [] : [{ window, weekdays: weekdays.toSorted((a, b) => a - b) }];
    setSaid({ ...said, weekly: [...others, ...own] });
  };
  return (
    <EditDialog
      title={member.body.name}
      subject={member.body.name}
      toMutation={() => setting(said)}
      onSaved={(records, mutation) => acts.remember(settingAct(saved(member.body.name), mutation), records)}
      other={was === null ? undefined : { label: words.forget, mutation: setting(null) }}
      onClose={onClose}
    >
      <StartSelect known={known} said={said} onChange={setSaid} />
      {known.windows.map(({ id, body }) => (
        <WeekdayChoice
          key={id}
          label={words.windows(body.name)}
          value={daysOf(id)}
          onChange={(days) => setDays(id, days)}
        />
      ))}
    </EditDialog>
  );
}

function fieldsOf({ kitchen, checkpoint, weekly, days }: AvailabilityFields): AvailabilityFields {
  return { kitchen, checkpoint, weekly, days };
}

function StartSelect(props: {
  readonly known: Pick<Supply, 'kitchens' | 'checkpoints'>;
  readonly said: AvailabilityFields;
  readonly onChange: (said: AvailabilityFields) => void;
}): ReactElement {
  const { known, said, onChange } = props;
  const { free: words } = useWords('supply');
  const isKitchen = (id: string): boolean => known.kitchens.some((kitchen) => kitchen.id === id);
  return (
    <Select<RowId | typeof NONE>
      label={words.start}
      hint={words.startHint}
      value={said.kitchen ?? said.checkpoint ?? NONE}
      options={[
        { value: NONE, label: words.noStart },
        ...known.kitchens.map(({ id, body }) => ({ value: id, label: body.name })),
        ...known.checkpoints.map(({ id, body }) => ({ value: id, label: `${body.code} · ${body.name}` })),
      ]}
      onChange={(id) => {
        const start = id === NONE ? null : id;
        const kitchen = start !== null && isKitchen(start) ? start : null;
        onChange({ ...said, kitchen, checkpoint: kitchen === null ? start : null });
      }}
    />
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
