import { useState, type ReactElement } from 'react';
import type { MealWindowBody } from '#domain/catalogue.ts';
import { MAX_NAME_LENGTH, type RowId } from '#domain/scalars.ts';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { ThingDialog } from '../thing-dialog.tsx';
import { minutesToTimes, timesToMinutes } from './window-times.ts';

export type KnownWindow = { readonly id: RowId; readonly body: MealWindowBody };
export type WindowDialogProps = {
  /** Undefined for a new one. */
  readonly row: KnownWindow | undefined;
  readonly onClose: () => void;
};

/** A meal window's form. An end before the start is the next day's: night tea from 23:00 to 01:00. */
export function WindowDialog({ row, onClose }: WindowDialogProps): ReactElement {
  const words = useWords('places');
  const { windows: own } = words;
  const [name, setName] = useState(row?.body.name ?? '');
  const [times, setTimes] = useState(minutesToTimes(row?.body));
  const [missing, setMissing] = useState<'name' | 'time' | undefined>(undefined);
  const minutes = timesToMinutes(times);
  const toFields = () => {
    const wrong = name.trim() === '' ? 'name' : minutes === undefined ? 'time' : undefined;
    setMissing(wrong);
    return wrong !== undefined || minutes === undefined ? null : { name: name.trim(), ...minutes };
  };
  const isNextDay = minutes !== undefined && minutes.endMinute > 1_440;
  return (
    <ThingDialog
      kind="mealWindow"
      row={row === undefined ? undefined : { id: row.id, status: row.body.status }}
      words={words}
      title={row === undefined ? own.add : row.body.name}
      subject={name.trim()}
      toFields={toFields}
      onClose={onClose}
    >
      <TextInput
        label={own.name}
        hint={own.nameHint}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        error={missing === 'name' ? words.nameMissing : undefined}
      />
      <Stack direction="even">
        <TextInput
          kind="time"
          label={own.from}
          value={times.from}
          onChange={(from) => setTimes({ ...times, from })}
          error={missing === 'time' ? own.timeMissing : undefined}
        />
        <TextInput
          kind="time"
          label={own.until}
          value={times.until}
          onChange={(until) => setTimes({ ...times, until })}
          hint={isNextDay ? own.nextDay : undefined}
        />
      </Stack>
    </ThingDialog>
  );
}
