import { useRef, useState, type KeyboardEvent, type ReactElement, type SyntheticEvent } from 'react';
import type { MealWindowBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { RunOverview } from '#domain/views/day-overview.ts';
import { windowAt } from '#domain/views/window-at.ts';
import { checkpoints, type KnownCheckpoint } from '#store/queries/checkpoints.ts';
import { items, type KnownItem } from '#store/queries/items.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { say } from '../../common/after-act.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import type { Naming } from '../use-naming.ts';
import {
  NOTHING_TOLD,
  placeOfCode,
  stopsToTell,
  type StopToTell,
  type ToldDraft,
  type ToldTrouble,
  toldToMutation,
} from './told-draft.ts';
import styles from './desk.module.css';

export type ToldFormProps = {
  readonly runs: readonly RunOverview[];
  readonly naming: Naming;
  readonly clock: BranchClock;
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
};

/** A delivery as it is heard: number, Enter, number, Enter. The last Enter saves it, and the first field is ready again. */
export function ToldForm(props: ToldFormProps): ReactElement | null {
  const places = useQuery(checkpoints);
  const known = useQuery(items);
  if (places.type === 'unknown' || known.type === 'unknown') return null;
  return <Loaded {...props} places={places.value} items={known.value} />;
}

type Known = { readonly places: readonly KnownCheckpoint[]; readonly items: readonly KnownItem[] };
type LoadedProps = ToldFormProps & Known;

function Loaded(props: LoadedProps): ReactElement {
  const { desk } = useWords('organiser');
  const saving = useSave();
  const [draft, setDraft] = useState<ToldDraft>(NOTHING_TOLD);
  const [trouble, setTrouble] = useState<ToldTrouble | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const heard = heardOf(draft, props);
  const finish = (saved: readonly unknown[] | null): void => {
    if (saved === null) return;
    say(desk.saved);
    setDraft(NOTHING_TOLD);
    focusOn(form.current, 0);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const mutation = toldToMutation({ ...draft, item: heard.item }, heard.place, heard.to, besideOf(props));
    setTrouble(mutation.ok ? undefined : mutation.error);
    if (mutation.ok) void saving.save(mutation.value).then(finish);
    else focusOn(form.current, mutation.error);
  };
  const isUnsure = saving.standing.type === 'unsure';
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Enter goes from field to field
    <form ref={form} className={styles['told']} onSubmit={submit} onKeyDown={goOn} noValidate>
      <Stack>
        <p>{desk.toldLead}</p>
        <div inert={isUnsure}>
          <Fields {...heard} naming={props.naming} draft={draft} trouble={trouble} onChange={setDraft} />
        </div>
        <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
        {isUnsure ? null : (
          <Button type="submit" look="primary" icon="tick" isBusy={saving.standing.type === 'saving'}>
            {desk.save}
          </Button>
        )}
      </Stack>
    </form>
  );
}

/** What the draft speaks of, as far as it is typed. */
type Heard = {
  readonly place: KnownCheckpoint | undefined;
  readonly stops: readonly StopToTell[];
  /** Undefined for a delivery beside the runs. */
  readonly to: StopToTell | undefined;
  readonly choices: readonly RowId[];
  readonly item: RowId | null;
};

function heardOf({ code, run: chosen, item }: ToldDraft, { runs, places, items: all }: LoadedProps): Heard {
  const place = placeOfCode(places, code);
  const stops = place === undefined ? [] : stopsToTell(runs, place.id);
  const to = chosen === 'beside' ? undefined : (stops.find(({ run }) => run.id === chosen) ?? stops[0]);
  const planned = to?.stop.planned.map((line) => line.item) ?? [];
  const choices = [...new Set([...planned, ...all.filter(({ status }) => status === 'open').map(({ id }) => id)])];
  return { place, stops, to, choices, item: item ?? choices[0] ?? null };
}

function besideOf({ clock, windowsById }: ToldFormProps) {
  const windows = [...windowsById].map(([id, body]) => ({ id, body }));
  return { on: clock.today, window: windowAt(windows, clock.minuteOfDay)?.window ?? null };
}

type FieldsProps = Heard & {
  readonly naming: Naming;
  readonly draft: ToldDraft;
  readonly trouble: ToldTrouble | undefined;
  readonly onChange: (draft: ToldDraft) => void;
};

function Fields({ naming, draft, trouble, onChange, place, to, choices, item, ...heard }: FieldsProps): ReactElement {
  const { desk } = useWords('organiser');
  const called = usePlaceName();
  const error = (of: ToldTrouble): string | undefined => (trouble === of ? desk[of] : undefined);
  return (
    <Stack>
      <TextInput
        label={desk.code}
        kind="decimal"
        name="unknownPlace"
        value={draft.code}
        hint={called(place) ?? desk.codeHint}
        error={error('unknownPlace')}
        onChange={(code) => onChange({ ...draft, code, run: null, item: null })}
      />
      <Run {...heard} to={to} naming={naming} onChange={(run) => onChange({ ...draft, run, item: null })} />
      <Select
        label={desk.item}
        options={choices.map((id) => ({ value: id as string, label: `${naming.item(id)}, ${naming.unit(id)}` }))}
        value={item ?? undefined}
        onChange={(value) => onChange({ ...draft, item: value as RowId })}
      />
      <TextInput
        label={desk.amount}
        kind="decimal"
        name="wrongAmount"
        value={draft.amount}
        error={error('wrongAmount')}
        onChange={(amount) => onChange({ ...draft, amount })}
      />
      <TextInput
        label={desk.check}
        hint={desk.checkHint}
        kind="decimal"
        name="wrongCheck"
        value={draft.check}
        error={error('wrongCheck')}
        onChange={(check) => onChange({ ...draft, check })}
      />
    </Stack>
  );
}

const BESIDE = 'beside';

type RunProps = Pick<Heard, 'stops' | 'to'> & {
  readonly naming: Naming;
  readonly onChange: (run: ToldDraft['run']) => void;
};

/** On which run it was; and that its stop has a record already, before somebody tells it again. */
function Run({ stops, to, naming, onChange }: RunProps): ReactElement | null {
  const { desk } = useWords('organiser');
  if (stops.length === 0) return null;
  const runs = stops.map(({ run }) => ({ value: run.id as string, label: runName(run, naming) }));
  return (
    <>
      <Select
        label={desk.run}
        options={[...runs, { value: BESIDE, label: desk.besideRuns }]}
        value={to?.run.id ?? BESIDE}
        onChange={(value) => onChange(value === BESIDE ? BESIDE : (value as RowId))}
      />
      {to === undefined || to.stop.records.length === 0 ? null : (
        <Banner tone="info" title={desk.already}>
          <p>{to.stop.records.map(({ lines }) => naming.amounts(lines)).join('; ')}</p>
        </Banner>
      )}
    </>
  );
}

function runName({ run, stops }: RunOverview, naming: Naming): string {
  return run.label === '' ? stops.map(({ checkpoint }) => naming.place(checkpoint)).join(', ') : run.label;
}

/** Enter goes to the next field; in the last one the form saves. */
function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return;
  const fields = fieldsOf(event.currentTarget);
  const next = fields[fields.indexOf(event.target as Element) + 1];
  if (next === undefined) return;
  event.preventDefault();
  (next as HTMLElement).focus();
}

function focusOn(form: HTMLFormElement | null, which: number | string): void {
  const fields = form === null ? [] : fieldsOf(form);
  const field = typeof which === 'number' ? fields[which] : fields.find((one) => one.getAttribute('name') === which);
  (field as HTMLElement | undefined)?.focus();
}

function fieldsOf(form: HTMLFormElement): readonly Element[] {
  return [...form.querySelectorAll('input, select')];
}
