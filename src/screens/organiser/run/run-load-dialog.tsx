import { useState, type ReactElement } from 'react';
import { MAX_COUNT, type Count, type RowId } from '#domain/scalars.ts';
import type { Mutation } from '#domain/mutators.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import { pledgeUse } from '#domain/views/pledge-use.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
import type { PledgeChoice } from './pledge-choices.ts';
import type { RunShown } from './run-shown.ts';

export type RunLoadDialogProps = Pick<RunShown, 'record' | 'naming'> & {
  readonly choices: readonly PledgeChoice[];
  readonly giving: Giving;
  readonly onClose: () => void;
};

/** How much of each pledge this run carries. Opened for the first time it proposes what is planned, from what is left. */
export function RunLoadDialog({ record, naming, choices, giving, onClose }: RunLoadDialogProps): ReactElement {
  const words = useWords('pledges');
  const { plan } = useWords('organiser');
  const { language } = useSettings();
  const [wrong, setWrong] = useState<RowId | undefined>(undefined);
  const left = leftThatDay(record, giving);
  const [texts, setTexts] = useState<Readonly<Record<RowId, string>>>(() => {
    const counts = proposal(record, choices, giving, left);
    return Object.fromEntries([...counts].map(([pledge, count]) => [pledge, formatCount(count, language)]));
  });
  const toMutation = (): Mutation | null => {
    const lines: { pledge: RowId; count: Count }[] = [];
    for (const { id } of choices) {
      const text = (texts[id] ?? '').trim();
      const count = text === '' ? 0 : parseCount(text);
      setWrong(count === undefined || count > MAX_COUNT ? id : undefined);
      if (count === undefined || count > MAX_COUNT) return null;
      if (count > 0) lines.push({ pledge: id, count: count as Count });
    }
    return { name: 'runLoad', args: { run: record.id, lines } };
  };
  return (
    <EditDialog title={words.runTitle} subject={words.runTitle} toMutation={toMutation} onClose={onClose}>
      {choices.map((pledge) => (
        <TextInput
          key={pledge.id}
          kind="decimal"
          label={`${pledge.sponsorName}: ${naming.item(pledge.item)}, ${naming.unit(pledge.item)}`}
          hint={words.runLeft(naming.quantity({ item: pledge.item, count: (left.get(pledge.id) ?? 0) as Count }))}
          value={texts[pledge.id] ?? ''}
          onChange={(text) => setTexts({ ...texts, [pledge.id]: text })}
          error={wrong === pledge.id ? plan.amountWrong(naming.item(pledge.item)) : undefined}
        />
      ))}
    </EditDialog>
  );
}

/** What other runs of the day have left of each pledge. */
function leftThatDay({ id, run }: RunShown['record'], { rows }: Giving): ReadonlyMap<RowId, number> {
  const others = { ...rows, loads: rows.loads.filter((load) => load.id !== id) };
  const uses = pledgeUse(rows.pledges, others, { from: run.on, to: run.on });
  return new Map([...uses].map(([pledge, { promised, drawn }]) => [pledge, Math.max(0, promised - drawn)]));
}

/** What the run was given before; else what is planned of each item, from the pledges in their order as far as they go. */
function proposal(
  { id, run }: RunShown['record'],
  choices: readonly PledgeChoice[],
  { rows }: Giving,
  left: ReadonlyMap<RowId, number>,
): ReadonlyMap<RowId, number> {
  const before = rows.loads.find((load) => load.id === id)?.body.lines;
  if (before !== undefined) return new Map(before.map(({ pledge, count }) => [pledge, count]));
  const open = new Map<RowId, number>(loadingList(run.stops).map(({ item, count }) => [item, count]));
  return new Map(
    choices.map((pledge) => {
      const wanted = open.get(pledge.item) ?? 0;
      const count = Math.min(wanted, left.get(pledge.id) ?? 0);
      open.set(pledge.item, wanted - count);
      return [pledge.id, count];
    }),
  );
}
