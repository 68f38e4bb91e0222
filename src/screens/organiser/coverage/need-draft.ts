import type { Mutation } from '#domain/mutators.ts';
import { dayRequirementId, requirementId } from '#domain/derived-ids.ts';
import { MAX_HEADCOUNT, type PerHead, type Priority, type RequirementBody } from '#domain/requirement.ts';
import { type Day, type RowId } from '#domain/scalars.ts';
import { weekdayOf } from '#domain/days.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import type { Language } from '#i18n/language.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type AmountTexts, linesToTexts, textsToLines } from '../amount-texts.ts';
import type { BoardDay } from './use-coverage.ts';

export type NeedScope = 'standing' | 'day';

/** What is needed, as it is being typed. */
export type NeedDraft = {
  readonly scope: NeedScope;
  /** How many on the day, and where it stands on every one of the week, from Monday. */
  readonly headcount: string;
  readonly weekdays: readonly string[];
  readonly days: 'same' | 'each';
  readonly perHead: AmountTexts;
  readonly priority: Priority;
  readonly from: string;
  readonly until: string;
};

export type NeedProblem =
  | { readonly code: 'headcountWrong' | 'noItems' | 'daysWrong' }
  | { readonly code: 'amountWrong'; readonly item: RowId };

type Cell = { readonly checkpoint: RowId; readonly window: RowId; readonly on: Day };

/** What was said before: of every week, and of this day. */
export type Said = {
  readonly standing: RequirementBody | undefined;
  readonly day: BoardDay['rows']['dayRequirements'][number] | undefined;
};

export function saidOf({ requirements }: CoverageStanding, { rows }: BoardDay, { checkpoint, window, on }: Cell): Said {
  const [id, dayId] = [requirementId(checkpoint, window), dayRequirementId(checkpoint, window, on)];
  return {
    standing: requirements.find((one) => requirementId(one.checkpoint, one.window) === id),
    day: rows.dayRequirements.find((one) => dayRequirementId(one.checkpoint, one.window, one.on) === dayId),
  };
}

/** The first digit may have been typed on the board already. */
export function needDraft(said: Said, { on }: Cell, usual: PerHead, typed: string, language: Language): NeedDraft {
  const scope: NeedScope = said.standing === undefined && said.day === undefined ? 'standing' : 'day';
  return { ...draftOf(said, scope, on, usual, language), ...(typed === '' ? {} : typedOver(typed)) };
}

function typedOver(typed: string): Pick<NeedDraft, 'headcount' | 'weekdays' | 'days'> {
  return { headcount: typed, weekdays: Array.from({ length: 7 }, () => typed), days: 'same' };
}

/** What a scope begins with: what it says now, or what the other one says. */
export function draftOf(said: Said, scope: NeedScope, on: Day, usual: PerHead, language: Language): NeedDraft {
  const { standing, day } = said;
  const weekdays = standing?.headcounts ?? Array.from({ length: 7 }, () => day?.headcount ?? 0);
  const own = scope === 'day' ? (day ?? standing) : (standing ?? day);
  const today = scope === 'day' ? (day?.headcount ?? weekdays[weekdayOf(on)] ?? 0) : (weekdays[weekdayOf(on)] ?? 0);
  return {
    scope,
    headcount: own === undefined ? '' : String(today),
    weekdays: weekdays.map((count) => (own === undefined ? '' : String(count))),
    days: weekdays.every((count) => count === weekdays[0]) ? 'same' : 'each',
    perHead: linesToTexts(own?.perHead ?? usual, language),
    priority: own?.priority ?? 'usual',
    from: standing?.from ?? '',
    until: standing?.until ?? '',
  };
}

/** What most others of the window get, so that a number alone is enough. */
export function usualPerHead({ requirements }: CoverageStanding, { checkpoint, window }: Omit<Cell, 'on'>): PerHead {
  const near = requirements.filter((one) => one.window === window || one.checkpoint === checkpoint);
  const counts = new Map<string, { count: number; perHead: PerHead }>();
  for (const { perHead, window: at } of near) {
    const key = JSON.stringify(perHead);
    const known = counts.get(key) ?? { count: 0, perHead };
    counts.set(key, { ...known, count: known.count + (at === window ? 1_000 : 1) });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count)[0]?.perHead ?? [];
}

type NeedMutation = Extract<Mutation, { name: 'requirementSet' | 'dayRequirementSet' }>;

/** The mutation, or the first thing that is wrong. */
export function needToMutation(
  draft: NeedDraft,
  cell: Cell,
  said: Said,
  items: readonly RowId[],
): Result<NeedMutation, NeedProblem> {
  const lines = textsToLines(items, draft.perHead);
  if (!lines.ok) return err({ code: 'amountWrong', item: lines.error });
  const headcount = headcountOf(draft.headcount);
  const isEach = draft.scope === 'standing' && draft.days === 'each';
  const each = isEach ? draft.weekdays.map(headcountOf) : Array.from({ length: 7 }, () => headcount);
  const headcounts = each.filter((count) => count !== undefined);
  if (headcounts.length < 7 || (!isEach && headcount === undefined)) return err({ code: 'headcountWrong' });
  const perHead = lines.value as PerHead;
  const { priority } = draft;
  if (headcounts.some((count) => count > 0) && perHead.length === 0) return err({ code: 'noItems' });
  const { checkpoint, window, on } = cell;
  if (draft.scope === 'day') {
    const now = { headcount: headcount ?? 0, perHead, priority };
    const was = said.day === undefined ? null : dayFields(said.day);
    return ok({ name: 'dayRequirementSet', args: { checkpoint, window, on, was, now } });
  }
  const [from, until] = [dayOrNull(draft.from), dayOrNull(draft.until)];
  if (from !== null && until !== null && until < from) return err({ code: 'daysWrong' });
  const was = said.standing === undefined ? null : standingFields(said.standing);
  return ok({
    name: 'requirementSet',
    args: { checkpoint, window, was, now: { headcounts, perHead, priority, from, until } },
  });
}

/** Takes back what was said, of the day or of every week; null where nothing was. */
export function needRemoval(scope: NeedScope, { checkpoint, window, on }: Cell, said: Said): NeedMutation | null {
  if (scope === 'day') {
    if (said.day === undefined) return null;
    return { name: 'dayRequirementSet', args: { checkpoint, window, on, was: dayFields(said.day), now: null } };
  }
  if (said.standing === undefined) return null;
  return { name: 'requirementSet', args: { checkpoint, window, was: standingFields(said.standing), now: null } };
}

function headcountOf(text: string): number | undefined {
  const plain = text.replace(/\s/g, '');
  if (!/^\d{1,5}$/.test(plain) || Number(plain) > MAX_HEADCOUNT) return undefined;
  return Number(plain);
}

function dayOrNull(text: string): Day | null {
  return text === '' ? null : (text as Day);
}

function dayFields({ headcount, perHead, priority }: NonNullable<Said['day']>) {
  return { headcount, perHead, priority };
}

function standingFields({ headcounts, perHead, priority, from, until }: RequirementBody) {
  return { headcounts, perHead, priority, from, until };
}
