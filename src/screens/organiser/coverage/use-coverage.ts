import { useMemo } from 'react';
import { isSame } from '#lib/same.ts';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from '#domain/views/coverage/coverage-rows.ts';
import { type DayCoverage, dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { branchTimeOn } from '#domain/views/run-needs.ts';
import { type DaySeen, dayCoverageAfter } from '#domain/views/coverage/day-coverage-after.ts';
import { type Live, liveDays } from '#store/live/live-days.ts';
import { useClient } from '../../common/client.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useDrawn } from '../../common/use-drawn.ts';
import { useLive } from '../../common/use-live.ts';

const MINUTE_MS = 60_000;
/** As many as a laptop shows before somebody rolls on. */
export const FIRST_DAYS = 3;
/** Whether the board may begin with the days in sight, or says something of all of them. */
export type BoardBegin = 'inSight' | 'whole';

/** One day of the board: its rows, and what they mean, which is found out once somebody looks at that day. */
export type BoardDay = { readonly on: Day; readonly rows: CoverageDayRows; readonly coverage: () => DayCoverage };

/**
 * So many days of the board; undefined until they and what stands on every day are read, which is begun together. Of a week only
 * the first days may be there at first: the others are read when those are drawn. A day is the same object until something of it
 * changes.
 */
export function useBoardDays(
  standing: StandingRows | undefined,
  from: Day,
  count: 1 | 7,
  { today, minuteOfDay, now }: BranchClock,
  begin: BoardBegin = 'whole',
): readonly BoardDay[] | undefined {
  const days = useDayRows(from, count, begin);
  const boardDayOf = useMemo(() => (standing === undefined ? undefined : boardDays(standing)), [standing]);
  const startOfToday = Math.floor(now / MINUTE_MS) * MINUTE_MS - minuteOfDay * MINUTE_MS;
  return useMemo(
    () =>
      boardDayOf === undefined
        ? undefined
        : days?.map((rows) => boardDayOf(rows, { ...branchTimeOn(rows.on, { today, minuteOfDay }), startOfToday })),
    [days, boardDayOf, today, minuteOfDay, startOfToday],
  );
}

function useDayRows(from: Day, count: 1 | 7, begin: BoardBegin): readonly CoverageDayRows[] | undefined {
  const { store } = useClient();
  const firstCount = Math.min(count, FIRST_DAYS);
  const isFirstDrawn = useDrawn(from) === from || begin === 'whole';
  const first = useLive(useMemo(() => liveDays(store, from, firstCount), [store, from, firstCount]));
  const others = useLive(
    useMemo(
      () =>
        isFirstDrawn && firstCount < count ? liveDays(store, addDays(from, firstCount), count - firstCount) : NO_DAYS,
      [store, from, firstCount, count, isFirstDrawn],
    ),
  );
  return useMemo(() => {
    if (first === undefined || firstCount === count) return first;
    return others === undefined ? (begin === 'whole' ? undefined : first) : [...first, ...others];
  }, [first, others, firstCount, count, begin]);
}

/** Nothing is asked. */
const NO_DAYS: Live<readonly CoverageDayRows[]> = { subscribe: () => () => undefined, current: () => undefined };

/** A day, and how it was when it was looked at last. */
type Kept = { readonly day: BoardDay; readonly now: CoverageNow; readonly seen: () => DaySeen | undefined };

/** More than a board shows at once; who goes through a year shall not keep it. */
const MOST_DAYS = 14;

/** The days as they were looked at last: of a changed one only what changed is found out anew. */
function boardDays(standing: StandingRows): (rows: CoverageDayRows, now: CoverageNow) => BoardDay {
  const known = new Map<Day, Kept>();
  return (rows, now) => {
    const before = known.get(rows.on);
    const isSameNow = before !== undefined && isSame(before.now, now);
    if (isSameNow && before.day.rows === rows) return before.day;
    const kept = boardDay(standing, rows, now, isSameNow ? before.seen() : undefined);
    if (known.size >= MOST_DAYS) known.clear();
    known.set(rows.on, kept);
    return kept.day;
  };
}

function boardDay(
  standing: StandingRows,
  rows: CoverageDayRows,
  now: CoverageNow,
  seenBefore: DaySeen | undefined,
): Kept {
  let seen = seenBefore;
  const coverage = (): DayCoverage => {
    if (seen?.rows !== rows) {
      const found = seen === undefined ? dayCoverage(standing, rows, now) : dayCoverageAfter(standing, seen, rows, now);
      seen = { rows, coverage: found };
    }
    return seen.coverage;
  };
  return { now, seen: () => seen, day: { on: rows.on, rows, coverage } };
}
