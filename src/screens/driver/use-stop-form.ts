import { useState } from 'react';
import type { ShortReason } from '#domain/delivery.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Count, Line, RowId } from '#domain/scalars.ts';
import type { StopProgress, StopRecord } from '#domain/views/run-progress.ts';
import { amountsForReason, linesToRecord } from '#domain/views/stop-amounts.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { asPlanned } from './next-stop.tsx';

/** What is entered about a stop: a new record, or what should have stood in an earlier one. */
export type StopForm = {
  readonly amounts: readonly Line[];
  readonly reason: ShortReason | null;
  readonly note: string;
  readonly setCount: (item: RowId, count: Count) => void;
  readonly chooseReason: (reason: ShortReason) => void;
  readonly setNote: (note: string) => void;
  /** What a tap on the button means. */
  readonly mutation: () => Mutation;
};

export function useStopForm(view: RunInFull, stop: StopProgress, corrected: StopRecord | undefined): StopForm {
  const [amounts, setAmounts] = useState(() => amountsToBeginWith(stop, corrected));
  const [reason, setReason] = useState(corrected?.reason ?? null);
  const [note, setNote] = useState('');
  const lines = linesToRecord(amounts);
  return {
    amounts,
    reason,
    note,
    setCount: (item, count) => setAmounts(amounts.map((line) => (line.item === item ? { item, count } : line))),
    chooseReason: (chosen) => {
      // A second tap on the same tile takes it back.
      const next = chosen === reason ? null : chosen;
      setReason(next);
      if (next !== null) setAmounts(amountsForReason(next, stop.planned, amounts));
    },
    setNote,
    mutation: () =>
      corrected === undefined
        ? { name: 'deliveryRecord', args: { ...asPlanned(view, stop), lines, reason, note: note.trim() } }
        : { name: 'deliveryCorrect', args: { delivery: corrected.delivery, lines, reason, note: note.trim() } },
  };
}

/** The plan; for a correction what was recorded, and nothing of what the plan had besides. */
function amountsToBeginWith(stop: StopProgress, corrected: StopRecord | undefined): readonly Line[] {
  if (corrected === undefined) return stop.planned;
  const missing = stop.planned.filter(({ item }) => corrected.lines.every((line) => line.item !== item));
  return [...corrected.lines, ...missing.map(({ item }) => ({ item, count: 0 as Count }))];
}
