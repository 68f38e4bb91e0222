import type { Mutation } from '#domain/mutators.ts';
import type { RunBody } from '#domain/run.ts';
import { type Day, MAX_STOPS, type RowId } from '#domain/scalars.ts';
import type { Language } from '#i18n/language.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type AmountTexts, linesToTexts, textsToLines } from '../amount-texts.ts';

export type DraftStop = { readonly key: number; readonly checkpoint: RowId; readonly texts: AmountTexts };

/** A run as it is being made. */
export type PlanDraft = {
  readonly label: string;
  readonly on: Day;
  readonly window: RowId | null;
  readonly kitchen: RowId | null;
  readonly driver: RowId | null;
  /** What the run carries, in the order in which it was chosen. */
  readonly items: readonly RowId[];
  /** What a stop gets when it is added. */
  readonly each: AmountTexts;
  readonly stops: readonly DraftStop[];
};

/** What keeps a draft from being a run. `key` names the stop, `item` the amount that is none. */
export type PlanProblem =
  | { readonly code: 'noStops' | 'tooManyStops' }
  | { readonly code: 'noAmounts'; readonly key: number; readonly checkpoint: RowId }
  | { readonly code: 'amountWrong'; readonly key: number; readonly item: RowId };

/** What there is no choice about in a new run: the one kitchen, the one driver, the window that comes next. */
export type LikelyPlan = Pick<PlanDraft, 'window' | 'kitchen' | 'driver'>;

export function emptyPlan(on: Day, known: LikelyPlan): PlanDraft {
  return { label: '', on, items: [], each: {}, stops: [], ...known };
}

/** The same run once more; who drives it this time is asked anew. */
export function planOfRun(run: RunBody, on: Day, language: Language): PlanDraft {
  const items = [...new Set(run.stops.flatMap(({ lines }) => lines.map(({ item }) => item)))];
  const stops = run.stops.map(({ checkpoint, lines }, key) => ({
    key,
    checkpoint,
    texts: linesToTexts(lines, language),
  }));
  const { label, window, kitchen } = run;
  return { label, on, window, kitchen, driver: null, items, each: stops[0]?.texts ?? {}, stops };
}

/** A run as it stands, to be changed: the same driver, the same day. */
export function draftOfRun(run: RunBody, language: Language): PlanDraft {
  return { ...planOfRun(run, run.on, language), driver: run.driver };
}

/** A checkpoint that is on the run already is not added twice by a slip of the finger. */
export function addStop(draft: PlanDraft, checkpoint: RowId): PlanDraft {
  if (draft.stops.some((stop) => stop.checkpoint === checkpoint) || draft.stops.length >= MAX_STOPS) return draft;
  const key = Math.max(-1, ...draft.stops.map((stop) => stop.key)) + 1;
  return { ...draft, stops: [...draft.stops, { key, checkpoint, texts: draft.each }] };
}

export function removeStop(draft: PlanDraft, key: number): PlanDraft {
  return { ...draft, stops: draft.stops.filter((stop) => stop.key !== key) };
}

/** Moves a stop by one place; at the ends nothing happens. */
export function moveStop(draft: PlanDraft, key: number, direction: -1 | 1): PlanDraft {
  const from = draft.stops.findIndex((stop) => stop.key === key);
  const [stop, other] = [draft.stops[from], draft.stops[from + direction]];
  if (stop === undefined || other === undefined) return draft;
  return { ...draft, stops: draft.stops.with(from, other).with(from + direction, stop) };
}

/** Puts a stop where another one is; those between move up by one. */
export function moveStopTo(draft: PlanDraft, from: number, to: number): PlanDraft {
  const stop = draft.stops[from];
  if (stop === undefined || draft.stops[to] === undefined) return draft;
  return { ...draft, stops: draft.stops.toSpliced(from, 1).toSpliced(to, 0, stop) };
}

export function changeStop(draft: PlanDraft, key: number, texts: AmountTexts): PlanDraft {
  return { ...draft, stops: draft.stops.map((stop) => (stop.key === key ? { ...stop, texts } : stop)) };
}

/** Takes an item onto the run, or off it. */
export function toggleItem(draft: PlanDraft, item: RowId): PlanDraft {
  const isOn = draft.items.includes(item);
  return { ...draft, items: isOn ? draft.items.filter((one) => one !== item) : [...draft.items, item] };
}

/** Gives every stop what each stop gets. */
export function setForAll(draft: PlanDraft): PlanDraft {
  return { ...draft, stops: draft.stops.map((stop) => ({ ...stop, texts: draft.each })) };
}

/** The run, or the first thing that is wrong with it. */
export function planToMutation(draft: PlanDraft): Result<Extract<Mutation, { name: 'runPlan' }>, PlanProblem> {
  if (draft.stops.length === 0) return err({ code: 'noStops' });
  if (draft.stops.length > MAX_STOPS) return err({ code: 'tooManyStops' });
  const stops = [];
  for (const { key, checkpoint, texts } of draft.stops) {
    const lines = textsToLines(draft.items, texts);
    if (!lines.ok) return err({ code: 'amountWrong', key, item: lines.error });
    if (lines.value.length === 0) return err({ code: 'noAmounts', key, checkpoint });
    stops.push({ checkpoint, lines: lines.value });
  }
  const { label, on, window, kitchen, driver } = draft;
  return ok({ name: 'runPlan', args: { label: label.trim(), on, window, kitchen, driver, stops } });
}

/** The stops as far as they can be read now, for the loading list that adds itself up. */
export function readableStops(draft: PlanDraft) {
  return draft.stops.map(({ checkpoint, texts }) => {
    const lines = textsToLines(draft.items, texts);
    return { checkpoint, lines: lines.ok ? lines.value : [] };
  });
}
