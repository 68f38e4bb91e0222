import { useState, type ReactElement } from 'react';
import type { RecordedHow, ShortReason } from '#domain/delivery.ts';
import type { Mutation } from '#domain/mutators.ts';
import { MAX_NOTE_LENGTH, type Line, type RowId } from '#domain/scalars.ts';
import type { StopRecord } from '#domain/views/run-progress.ts';
import { items } from '#store/queries/items.ts';
import { Chips } from '#ui/chips.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { AmountFields } from '../amount-fields.tsx';
import { type AmountTexts, linesToTexts, textsToLines } from '../amount-texts.ts';
import { EditDialog } from '../edit-dialog.tsx';
import type { RunShown } from './run-shown.ts';

export type RecordDialogProps = RunShown & {
  readonly stop: number;
  /** The record to correct; null to make the first one for the driver. */
  readonly delivery: RowId | null;
  readonly onClose: () => void;
};

const FOR_DRIVER: readonly RecordedHow[] = ['told', 'desk'];
const NO_REASON = '';

/** What was handed over at a stop, as somebody told it, or as it should have been recorded. */
export function RecordDialog(props: RecordDialogProps): ReactElement {
  const { record, naming, stops, stop, delivery, onClose } = props;
  const { run: words } = useWords('organiser');
  const { recordedHow } = useWords('common');
  const { language } = useSettings();
  const known = stops[stop];
  const old = known?.records.find((one) => one.delivery === delivery);
  const [draft, setDraft] = useState(() =>
    draftOf(old, known?.planned ?? [], (lines) => linesToTexts(lines, language)),
  );
  const [wrong, setWrong] = useState<RowId | undefined>(undefined);
  const toMutation = (): Mutation | null => {
    const lines = textsToLines(draft.items, draft.texts);
    setWrong(lines.ok ? undefined : lines.error);
    if (!lines.ok || known === undefined) return null;
    const said = { lines: lines.value, reason: draft.reason, note: draft.note.trim() };
    if (old !== undefined) return { name: 'deliveryCorrect', args: { delivery: old.delivery, ...said } };
    const { on, window } = record.run;
    const args = { run: record.id, stop, checkpoint: known.checkpoint, on, window, ...said, how: draft.how };
    return { name: 'deliveryRecord', args };
  };
  const place = known === undefined ? '' : naming.place(known.checkpoint);
  return (
    <EditDialog
      title={old === undefined ? words.recordTitle(place) : words.correctTitle(place)}
      subject={place}
      toMutation={toMutation}
      onClose={onClose}
      other={
        old === undefined
          ? undefined
          : {
              label: words.takeBack,
              mutation: { name: 'deliveryWithdraw', args: { delivery: old.delivery, note: '' } },
            }
      }
    >
      <RecordFields naming={naming} draft={draft} onChange={setDraft} wrong={wrong} />
      {old === undefined ? (
        <Chips
          label={words.recordedHow}
          options={FOR_DRIVER.map((how) => ({ value: how, label: recordedHow[how] }))}
          value={draft.how}
          onChange={(how) => setDraft({ ...draft, how })}
        />
      ) : null}
    </EditDialog>
  );
}

type Draft = {
  readonly items: readonly RowId[];
  readonly texts: AmountTexts;
  readonly reason: ShortReason | null;
  readonly note: string;
  readonly how: RecordedHow;
};

function draftOf(
  old: StopRecord | undefined,
  planned: readonly Line[],
  toTexts: (lines: readonly Line[]) => AmountTexts,
): Draft {
  const lines = old?.lines ?? planned;
  const items = [...new Set([...planned, ...lines].map(({ item }) => item))];
  return { items, texts: toTexts(lines), reason: old?.reason ?? null, note: '', how: 'told' };
}

type RecordFieldsProps = Pick<RunShown, 'naming'> & {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly wrong: RowId | undefined;
};

function RecordFields({ naming, draft, onChange, wrong }: RecordFieldsProps): ReactElement {
  const { run: words, plan } = useWords('organiser');
  const { reasons } = useWords('common');
  const all = useQuery(items);
  const open = all.type === 'known' ? all.value.filter(({ status }) => status === 'open') : [];
  const others = open.filter(({ id }) => !draft.items.includes(id));
  const reasonOptions = (Object.keys(reasons) as ShortReason[]).map((reason) => ({
    value: reason as string,
    label: reasons[reason],
  }));
  return (
    <>
      <AmountFields
        items={draft.items}
        texts={draft.texts}
        onChange={(texts) => onChange({ ...draft, texts })}
        naming={naming}
        wrong={wrong}
      />
      {others.length === 0 ? null : (
        <Select
          label={plan.addItem}
          placeholder="…"
          options={others.map(({ id, name, unit }) => ({ value: id as string, label: `${name}, ${unit}` }))}
          value={undefined}
          onChange={(item) => onChange({ ...draft, items: [...draft.items, item as RowId] })}
        />
      )}
      <Select
        label={words.whyLess}
        options={[{ value: NO_REASON, label: words.noReason }, ...reasonOptions]}
        value={draft.reason ?? NO_REASON}
        onChange={(reason) => onChange({ ...draft, reason: reason === NO_REASON ? null : (reason as ShortReason) })}
      />
      <TextInput
        label={words.note}
        value={draft.note}
        onChange={(note) => onChange({ ...draft, note })}
        maxLength={MAX_NOTE_LENGTH}
      />
    </>
  );
}
