import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Priority } from '#domain/requirement.ts';
import { formatDay, formatWeekday } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { DayField } from '../../common/day-field.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { settingAct } from '../acts/plan-acts.ts';
import { AmountFields } from '../amount-fields.tsx';
import { EditDialog } from '../edit-dialog.tsx';
import type { CellOpen } from './cell-open.ts';
import {
  draftOf,
  needDraft,
  needRemoval,
  needToMutation,
  type NeedDraft,
  type NeedProblem,
  saidOf,
  usualPerHead,
} from './need-draft.ts';
import styles from './cell-dialog.module.css';

export type NeedDialogProps = CellOpen & { readonly typed: string; readonly onClose: () => void };

/** What a checkpoint needs in a window: every week, or on this day. Enter saves. */
export function NeedDialog(props: NeedDialogProps): ReactElement {
  const { row, on, window, day, standing, naming, typed, acts, onClose } = props;
  const words = useWords('coverage');
  const { language } = useSettings();
  const cell = { checkpoint: row.id, window, on };
  const said = saidOf(standing, day, cell);
  const usual = usualPerHead(standing, cell);
  const [draft, setDraft] = useState(() => needDraft(said, cell, usual, typed, language));
  const [problem, setProblem] = useState<NeedProblem | undefined>(undefined);
  const items = standing.items.map(({ id }) => id);
  const toMutation = (): Mutation | null => {
    const mutation = needToMutation(draft, cell, said, items);
    setProblem(mutation.ok ? undefined : mutation.error);
    return mutation.ok ? mutation.value : null;
  };
  const removal = needRemoval(draft.scope, cell, said);
  const isDay = draft.scope === 'day';
  return (
    <EditDialog
      title={`${naming.place(row.id)} · ${standing.windowsById.get(window)?.name ?? ''}`}
      subject={naming.place(row.id)}
      toMutation={toMutation}
      onSaved={(saved, mutation) => acts.remember(settingAct(words.need.saved(naming.place(row.id)), mutation), saved)}
      other={
        removal === null
          ? undefined
          : { label: isDay ? words.need.removeDay : words.need.removeStanding, mutation: removal }
      }
      onClose={onClose}
    >
      <HeadcountFields draft={draft} onChange={setDraft} problem={problem} />
      <Chips
        label={words.need.scope}
        options={[
          { value: 'standing', label: words.need.standing },
          { value: 'day', label: formatDay(on, language) },
        ]}
        value={draft.scope}
        onChange={(scope) => setDraft({ ...draftOf(said, scope, on, usual, language), headcount: draft.headcount })}
      />
      <Stack gap="small">
        <h3>{words.need.perHead}</h3>
        <AmountFields
          items={items}
          texts={draft.perHead}
          onChange={(perHead) => setDraft({ ...draft, perHead })}
          naming={naming}
          wrong={problem?.code === 'amountWrong' ? problem.item : undefined}
        />
        {problem?.code === 'noItems' ? <p role="alert">{words.need.noItems}</p> : null}
      </Stack>
      <MoreFields draft={draft} onChange={setDraft} problem={problem} />
    </EditDialog>
  );
}

type FieldsProps = {
  readonly draft: NeedDraft;
  readonly onChange: (draft: NeedDraft) => void;
  readonly problem: NeedProblem | undefined;
};

function HeadcountFields({ draft, onChange, problem }: FieldsProps): ReactElement {
  const { need } = useWords('coverage');
  const { language } = useSettings();
  const error = problem?.code === 'headcountWrong' ? need.headcountWrong : undefined;
  if (draft.scope === 'day' || draft.days === 'same') {
    return (
      <TextInput
        kind="decimal"
        label={need.headcount}
        hint={need.headcountHint}
        value={draft.headcount}
        onChange={(headcount) => onChange({ ...draft, headcount })}
        error={error}
      />
    );
  }
  return (
    <Stack gap="small">
      <h3>{need.weekdays}</h3>
      <div className={styles['weekdays']}>
        {draft.weekdays.map((text, weekday) => (
          <TextInput
            key={weekday}
            kind="decimal"
            label={formatWeekday(weekday, language)}
            value={text}
            onChange={(next) => onChange({ ...draft, weekdays: draft.weekdays.with(weekday, next) })}
            error={weekday === 0 ? error : undefined}
          />
        ))}
      </div>
    </Stack>
  );
}

const PRIORITIES: readonly Priority[] = ['first', 'usual', 'last'];

function MoreFields({ draft, onChange, problem }: FieldsProps): ReactElement {
  const { actions } = useWords('common');
  const words = useWords('coverage');
  const isStanding = draft.scope === 'standing';
  return (
    <Disclosure summary={actions.more}>
      <Stack>
        {isStanding ? (
          <Button
            size="dense"
            onPress={() =>
              onChange({
                ...draft,
                days: draft.days === 'same' ? 'each' : 'same',
                weekdays: draft.days === 'same' ? draft.weekdays.map(() => draft.headcount) : draft.weekdays,
              })
            }
          >
            {draft.days === 'same' ? words.need.weekdays : words.need.sameEveryDay}
          </Button>
        ) : null}
        <Chips
          label={words.priority}
          options={PRIORITIES.map((value) => ({ value, label: words.priorities[value] }))}
          value={draft.priority}
          onChange={(priority) => onChange({ ...draft, priority })}
        />
        {isStanding ? (
          <Stack direction="even" gap="small">
            <DayField label={words.need.from} value={draft.from} onChange={(from) => onChange({ ...draft, from })} />
            <DayField
              label={words.need.until}
              value={draft.until}
              onChange={(until) => onChange({ ...draft, until })}
              error={problem?.code === 'daysWrong' ? words.need.daysWrong : undefined}
            />
          </Stack>
        ) : null}
      </Stack>
    </Disclosure>
  );
}
