import { useState } from 'react';
import type { ShortReason } from '#domain/delivery.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Count, Line, RowId } from '#domain/scalars.ts';
import type { StopProgress, StopRecord } from '#domain/views/run-progress.ts';
import { readStopEntry, type StopEntry } from '#domain/stop-entry.ts';
import { amountsForReason, linesToRecord } from '#domain/views/stop-amounts.ts';
import { dropDraft, keepDraft } from '#store/drafts.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { useClient } from '../common/client.tsx';
import { asPlanned } from './as-planned.ts';
import { stopDraft } from './stop-draft.ts';

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
  /** It was saved: nothing of it is to be taken up again. */
  readonly forget: () => void;
};

/**
 * Everything that a person enters is kept at once: a phone that makes a call may close the app behind it.
 * @param begun what was entered before and not saved, if anything
 */
export function useStopForm(
  view: RunInFull,
  stop: StopProgress,
  corrected: StopRecord | undefined,
  begun: unknown,
): StopForm {
  const { store } = useClient();
  const screen = stopDraft(view.id, stop.index, corrected?.delivery);
  const [entry, setEntry] = useState(() => entryToBeginWith(stop, corrected, readStopEntry(begun)));
  const lines = linesToRecord(entry.amounts);
  const change = (part: Partial<StopEntry>): void => {
    const next = { ...entry, ...part };
    setEntry(next);
    // A draft is a comfort: what did not come to be kept is still on the screen.
    keepDraft(store, screen, next).catch(() => undefined);
  };
  return {
    ...entry,
    setCount: (item, count) =>
      change({ amounts: entry.amounts.map((line) => (line.item === item ? { item, count } : line)) }),
    chooseReason: (chosen) => {
      // A second tap on the same tile takes it back.
      const reason = chosen === entry.reason ? null : chosen;
      change({
        reason,
        amounts: [...(reason === null ? entry.amounts : amountsForReason(reason, stop.planned, entry.amounts))],
      });
    },
    setNote: (note) => change({ note }),
    mutation: () =>
      corrected === undefined
        ? {
            name: 'deliveryRecord',
            args: { ...asPlanned(view, stop), lines, reason: entry.reason, note: entry.note.trim() },
          }
        : {
            name: 'deliveryCorrect',
            args: { delivery: corrected.delivery, lines, reason: entry.reason, note: entry.note.trim() },
          },
    forget: () => void dropDraft(store, screen).catch(() => undefined),
  };
}

/** What was begun, if it is still about the same items; else the plan, or for a correction what was recorded. */
function entryToBeginWith(
  stop: StopProgress,
  corrected: StopRecord | undefined,
  begun: StopEntry | undefined,
): StopEntry {
  const fresh =
    corrected === undefined ? { amounts: [...stop.planned], reason: null, note: '' } : recorded(stop, corrected);
  return begun !== undefined && itemsOf(begun) === itemsOf(fresh) ? begun : fresh;
}

/** What was recorded, and nothing of what the plan had besides. */
function recorded(stop: StopProgress, { lines, reason }: StopRecord): StopEntry {
  const missing = stop.planned.filter(({ item }) => lines.every((line) => line.item !== item));
  return { amounts: [...lines, ...missing.map(({ item }) => ({ item, count: 0 as Count }))], reason, note: '' };
}

function itemsOf({ amounts }: StopEntry): string {
  return amounts
    .map(({ item }) => item)
    .toSorted()
    .join(' ');
}
