import { useMemo } from 'react';
import { isSame } from '#lib/same.ts';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from '#domain/views/coverage/coverage-rows.ts';
import { type DayCoverage, dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { type DaySeen, dayCoverageAfter } from '#domain/views/coverage/day-coverage-after.ts';
import { liveDays } from '#store/live/live-days.ts';
import { useClient } from '../../common/client.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useLive } from '../../common/use-live.ts';

const MINUTE_MS = 60_000;

/** One day of the board: its rows, and what they mean, which is found out once somebody looks at that day. */
export type BoardDay = { readonly on: Day; readonly rows: CoverageDayRows; readonly coverage: () => DayCoverage };

/** So many days of the board; undefined until they and what stands on every day are read, which is begun together. A day is the same object until something of it changes. */
export function useBoardDays(
  standing: StandingRows | undefined,
  from: Day,
  count: 1 | 7,
  { today, minuteOfDay, now }: BranchClock,
): readonly BoardDay[] | undefined {
  const { store } = useClient();
  const live = useMemo(() => liveDays(store, from, count), [store, from, count]);
  const days = useLive(live);
  const boardDayOf = useMemo(() => (standing === undefined ? undefined : boardDays(standing)), [standing]);
  const startOfToday = Math.floor(now / MINUTE_MS) * MINUTE_MS - minuteOfDay * MINUTE_MS;
  return useMemo(
    () =>
      boardDayOf === undefined
        ? undefined
        : days?.map((rows) => boardDayOf(rows, nowOn(rows.on, { today, minuteOfDay, startOfToday }))),
    [days, boardDayOf, today, minuteOfDay, startOfToday],
  );
}

/** Only today grows late: for other days the minute does not matter, and a clock that ticks changes nothing. */
function nowOn(on: Day, { today, minuteOfDay, startOfToday }: CoverageNow): CoverageNow {
  const isNear = on === today || addDays(on, 1) === today;
  return { today, minuteOfDay: isNear ? minuteOfDay : 0, startOfToday };
}

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
