import { useState, type ReactElement } from 'react';
import type { MealWindowBody } from '#domain/catalogue.ts';
import type { Mutation } from '#domain/mutators.ts';
import { MAX_NAME_LENGTH, type RowId } from '#domain/scalars.ts';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
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
  const toMutation = (): Mutation | null => {
    const wrong = name.trim() === '' ? 'name' : minutes === undefined ? 'time' : undefined;
    setMissing(wrong);
    if (wrong !== undefined || minutes === undefined) return null;
    const fields = { name: name.trim(), ...minutes };
    return row === undefined
      ? { name: 'mealWindowCreate', args: { fields } }
      : { name: 'mealWindowAmend', args: { id: row.id, fields } };
  };
  const isNextDay = minutes !== undefined && minutes.endMinute > 1_440;
  return (
    <EditDialog
      title={row === undefined ? own.add : row.body.name}
      subject={name.trim()}
      saveLabel={row?.body.status === 'closed' ? words.reopen : undefined}
      toMutation={toMutation}
      onClose={onClose}
      other={
        row?.body.status === 'open'
          ? { label: words.close, hint: words.closeLead, mutation: { name: 'mealWindowClose', args: { id: row.id } } }
          : undefined
      }
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
    </EditDialog>
  );
}
