import { useMemo } from 'react';
import type { RunOverview } from '#domain/views/day-overview.ts';
import type { CommonWords } from '#i18n/common/en.ts';
import { formatAgo, formatNumber, formatWindow } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { OrganiserWords } from '#i18n/organiser/en.ts';
import type { Person } from '#store/queries/people.ts';
import { useRoads } from '../../common/notices/use-roads.ts';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import type { DayShown } from './day-shown.ts';

/** What the day's screen says of a run, in words. */
export type RunTexts = {
  readonly label: string;
  readonly driver: string;
  readonly person: Person | undefined;
  readonly window: string;
  /** "3 of 8". */
  readonly stops: string;
  /** "Hot meal 12 of 20 portions", one for each item. */
  readonly amounts: readonly string[];
  /** "Under way", "Planned · Taken". */
  readonly status: string;
  /** "Late, Nobody drives"; empty when nothing needs anybody. */
  readonly needs: string;
  /** "last report 14:02"; empty before the first. */
  readonly reported: string;
  /** Of its open stops, what notices say of their roads. */
  readonly roads: readonly string[];
  /** "heard 5 min ago"; empty for a run that nobody drives. */
  readonly heard: string;
};

/** How runs are put into words; one function for the table and the list. A run that is still the same keeps its words. */
export function useRunTexts({ naming, clock, windowsById, membersById }: Telling): (overview: RunOverview) => RunTexts {
  const words = useWords('organiser');
  const common = useWords('common');
  const { language } = useSettings();
  const roadOf = useRoads();
  return useMemo(() => {
    const shown = { naming, clock, windowsById, membersById };
    return remembered((overview) => ({
      ...textsOf(overview, shown, words, common, language),
      roads: roadsOf(overview, roadOf),
    }));
  }, [naming, clock, windowsById, membersById, words, common, language, roadOf]);
}

function remembered(tell: (overview: RunOverview) => RunTexts): (overview: RunOverview) => RunTexts {
  const known = new WeakMap<RunOverview, RunTexts>();
  return (overview) => {
    const texts = known.get(overview) ?? tell(overview);
    known.set(overview, texts);
    return texts;
  };
}

/** What the words are made of besides the run. */
type Telling = Omit<DayShown, 'overview'>;

function textsOf(
  { run, stops, doneCount, amounts, needs, reportedAt }: RunOverview,
  { naming, clock, windowsById, membersById }: Telling,
  { day, plan }: OrganiserWords,
  common: CommonWords,
  language: Language,
): Omit<RunTexts, 'roads'> {
  const person = run.driver === null ? undefined : membersById.get(run.driver);
  const window = run.window === null ? undefined : windowsById.get(run.window);
  const hours = window === undefined ? day.noWindow : formatWindow(window.startMinute, window.endMinute);
  // A run that was given back says so as a need already.
  const isAhead = run.status === 'planned' && run.driver !== null && run.answer !== 'declined';
  return {
    label: run.label === '' ? (window?.name ?? plan.editTitle) : run.label,
    driver: run.driver === null ? day.noDriver : (person?.name ?? day.nobody),
    person,
    // A run without a name is called by its window: the hours are enough.
    window: run.label === '' || window === undefined ? hours : `${window.name} ${hours}`,
    stops: common.of(formatNumber(doneCount, language), formatNumber(stops.length, language)),
    amounts: amounts.map(naming.progress),
    status: isAhead ? `${common.runStatus[run.status]} · ${common.answers[run.answer]}` : common.runStatus[run.status],
    needs: needs.map((need) => day.needs[need]).join(', '),
    reported: reportedAt === null ? '' : day.reported(clock.timeText(reportedAt)),
    heard: run.driver === null ? '' : heardText(person, clock.now, day, language),
  };
}

function roadsOf({ stops }: RunOverview, roadOf: ReturnType<typeof useRoads>): readonly string[] {
  const open = stops.filter(({ state }) => state === 'open');
  return [...new Set(open.flatMap(({ checkpoint }) => roadOf(checkpoint) ?? []))];
}

function heardText(person: Person | undefined, now: number, day: OrganiserWords['day'], language: Language): string {
  const heardAt = person?.heardAt ?? null;
  return heardAt === null ? day.neverHeard : day.heard(formatAgo(now - heardAt, language));
}
