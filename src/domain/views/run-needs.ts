import type { MealWindowBody } from '../catalogue.ts';
import { addDays, dayToNumber } from '../days.ts';
import type { RunBody } from '../run.ts';
import type { Day } from '../scalars.ts';
import type { StopProgress } from './run-progress.ts';

/**
 * Why an organiser should look at a run now. `late`: its window is over, and stops have no record; `twice`: a stop has
 * more than one record.
 */
export type RunNeed = 'late' | 'declined' | 'noDriver' | 'twice';

/** The branch's own day and minute. */
export type BranchTime = { readonly today: Day; readonly minuteOfDay: number };

const DAY_MINUTES = 1_440;

/**
 * The time as far as it matters for the runs of a day: only today's grow late, and those of the night before, whose window may
 * cross midnight. For other days a clock that ticks is the same time.
 */
export function branchTimeOn(on: Day, { today, minuteOfDay }: BranchTime): BranchTime {
  const isNear = on === today || addDays(on, 1) === today;
  return { today, minuteOfDay: isNear ? minuteOfDay : 0 };
}

export function runNeeds(
  run: Pick<RunBody, 'on' | 'status' | 'answer' | 'driver'>,
  stops: readonly Pick<StopProgress, 'state' | 'records'>[],
  window: Pick<MealWindowBody, 'endMinute'> | undefined,
  now: BranchTime,
): readonly RunNeed[] {
  const isAhead = run.status === 'planned';
  const isToDrive = isAhead || run.status === 'underWay';
  const needs: readonly (RunNeed | undefined)[] = [
    isToDrive && stops.some(({ state }) => state === 'open') && isOver(run.on, window, now) ? 'late' : undefined,
    isAhead && run.driver !== null && run.answer === 'declined' ? 'declined' : undefined,
    isToDrive && run.driver === null ? 'noDriver' : undefined,
    stops.some(({ records }) => records.length > 1) ? 'twice' : undefined,
  ];
  return needs.filter((need) => need !== undefined);
}

/** A run without a window has the whole day; a window that crosses midnight ends on the next one. */
export function isOver(on: Day, window: Pick<MealWindowBody, 'endMinute'> | undefined, now: BranchTime): boolean {
  const minute = (dayToNumber(now.today) - dayToNumber(on)) * DAY_MINUTES + now.minuteOfDay;
  return minute >= (window?.endMinute ?? DAY_MINUTES);
}
