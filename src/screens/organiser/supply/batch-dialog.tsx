import { useState, type ReactElement } from 'react';
import { batchId } from '#domain/derived-ids.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import type { BatchFields } from '#domain/supply.ts';
import { formatMinuteOfDay } from '#i18n/format.ts';
import type { Supply } from '#store/queries/supply.ts';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { settingAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';
import { AmountFields } from '../amount-fields.tsx';
import { linesToTexts, textsToLines } from '../amount-texts.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { timesToMinutes } from '../items/window-times.ts';
import type { Naming } from '../use-naming.ts';

export type BatchDialogProps = {
  readonly known: Pick<Supply, 'items' | 'batchesById'>;
  readonly naming: Naming;
  readonly kitchen: Supply['kitchens'][number];
  readonly window: Supply['windows'][number];
  readonly onClose: () => void;
};

/** What a kitchen makes for a window every day, how much, and when it is ready. */
export function BatchDialog({ known, naming, kitchen, window, onClose }: BatchDialogProps): ReactElement {
  const { batches: words, saved } = useWords('supply');
  const { language } = useSettings();
  const called = usePlaceName();
  const acts = useActs();
  const row = known.batchesById.get(batchId(kitchen.id, window.id, null));
  const was: BatchFields | null = row === undefined ? null : { lines: row.lines, readyMinute: row.readyMinute };
  const [texts, setTexts] = useState(() => linesToTexts(was?.lines ?? [], language));
  const [ready, setReady] = useState(was === null ? '' : formatMinuteOfDay(was.readyMinute));
  const [wrong, setWrong] = useState<RowId | 'ready' | undefined>(undefined);
  const title = `${called(kitchen.body)} · ${window.body.name}`;
  const setting = (now: BatchFields | null): Mutation => ({
    name: 'batchSet',
    args: { kitchen: kitchen.id, window: window.id, on: null, was, now },
  });
  const items = known.items.map(({ id }) => id);
  const toMutation = (): Mutation | null => {
    const lines = textsToLines(items, texts);
    const readyMinute = timesToMinutes({ from: ready, until: ready })?.startMinute;
    setWrong(lines.ok ? (readyMinute === undefined ? 'ready' : undefined) : lines.error);
    return lines.ok && readyMinute !== undefined ? setting({ lines: lines.value, readyMinute }) : null;
  };
  return (
    <EditDialog
      title={title}
      subject={title}
      toMutation={toMutation}
      onSaved={(records, mutation) => acts.remember(settingAct(saved(title), mutation), records)}
      other={was === null ? undefined : { label: words.remove, mutation: setting(null) }}
      onClose={onClose}
    >
      <TextInput
        kind="time"
        label={words.ready}
        value={ready}
        onChange={setReady}
        error={wrong === 'ready' ? words.wrong : undefined}
      />
      <Stack gap="small">
        <h3>{words.how}</h3>
        <AmountFields
          items={items}
          texts={texts}
          onChange={setTexts}
          naming={naming}
          wrong={wrong === 'ready' ? undefined : wrong}
        />
      </Stack>
    </EditDialog>
  );
}
