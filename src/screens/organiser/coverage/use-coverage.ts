import { useMemo } from 'react';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from '#domain/views/coverage/coverage-rows.ts';
import { type DayCoverage, dayCoverage } from '#domain/views/coverage/day-coverage.ts';
import { coverageDay } from '#store/queries/coverage-day.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';

const MINUTE_MS = 60_000;

/** One day of the board: its rows, and what they mean, which is found out once somebody looks at that day. */
export type BoardDay = { readonly on: Day; readonly rows: CoverageDayRows; readonly coverage: () => DayCoverage };

/** The coverage of a day; undefined until it is read. */
function useBoardDay(standing: StandingRows, on: Day, clock: BranchClock): BoardDay | undefined {
  const answer = useQuery(coverageDay, on);
  const rows = answer.type === 'known' ? answer.value : undefined;
  const now = useCoverageNow(on, clock);
  return useMemo(
    () => (rows === undefined ? undefined : { on, rows, coverage: once(() => dayCoverage(standing, rows, now)) }),
    [standing, rows, on, now],
  );
}

/** A day of seven, or nothing of it where fewer are shown: hooks are always asked alike. */
export function useBoardDays(
  standing: StandingRows,
  from: Day,
  count: 1 | 7,
  clock: BranchClock,
): readonly BoardDay[] | undefined {
  const on = (index: number): Day => addDays(from, count === 7 ? index : 0);
  const days = [
    useBoardDay(standing, on(0), clock),
    useBoardDay(standing, on(1), clock),
    useBoardDay(standing, on(2), clock),
    useBoardDay(standing, on(3), clock),
    useBoardDay(standing, on(4), clock),
    useBoardDay(standing, on(5), clock),
    useBoardDay(standing, on(6), clock),
  ].slice(0, count);
  // The same list as long as each of its days is the same: the board is drawn again only when something changed.
  return useMemo(() => {
    const known = days.filter((day) => day !== undefined);
    return known.length === days.length ? known : undefined;
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the days themselves, of which there are one or seven
  }, [count, ...days]);
}

/** Only today grows late: for other days the minute does not matter, and a clock that ticks changes nothing. */
function useCoverageNow(on: Day, { today, minuteOfDay, now }: BranchClock): CoverageNow {
  const isNear = on === today || addDays(on, 1) === today;
  const minute = isNear ? minuteOfDay : 0;
  const startOfToday = Math.floor(now / MINUTE_MS) * MINUTE_MS - minuteOfDay * MINUTE_MS;
  return useMemo(() => ({ today, minuteOfDay: minute, startOfToday }), [today, minute, startOfToday]);
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
