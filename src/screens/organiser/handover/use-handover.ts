import { useMemo } from 'react';
import { allOf } from '#domain/views/coverage/by-cell.ts';
import { shortfalls } from '#domain/views/coverage/shortfalls.ts';
import { dayOverview } from '#domain/views/day-overview.ts';
import { type Handover, silentRuns } from '#domain/views/handover.ts';
import { requestBoard } from '#domain/views/requests.ts';
import { type CoverageStanding } from '#store/queries/coverage-standing.ts';
import { dayRows } from '#store/queries/day-rows.ts';
import { people } from '#store/queries/people.ts';
import { requests } from '#store/queries/requests.ts';
import { reviewRows } from '#store/queries/review-rows.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useBoardDays } from '../coverage/use-coverage.ts';
import { NO_DAY, openCount } from '../day/review-link.tsx';

/** What is open, promised, late, silent and under review today; undefined until all of it is read. */
export function useHandover(standing: CoverageStanding, clock: BranchClock): Handover | undefined {
  const { today, minuteOfDay, now } = clock;
  const rows = useQuery(dayRows, today);
  const known = useQuery(people);
  const asked = useQuery(requests);
  const tray = useQuery(reviewRows, NO_DAY);
  const board = useBoardDays(standing, today, 1, clock)?.[0];
  return useMemo(() => {
    if (rows.type === 'unknown' || known.type === 'unknown' || asked.type === 'unknown') return undefined;
    if (tray.type === 'unknown' || board === undefined) return undefined;
    const overview = dayOverview(rows.value, { today, minuteOfDay });
    const { membersById } = known.value;
    return {
      gaps: shortfalls(allOf(board.coverage().cells), standing.windowsById),
      late: overview.runs.filter(({ needs }) => needs.includes('late')),
      silent: silentRuns(overview, (driver) => membersById.get(driver)?.heardAt ?? null, now),
      requests: requestBoard(asked.value.requests, asked.value.closed),
      review: openCount(tray.value, rows.value),
    };
  }, [rows, known, asked, tray, board, standing, today, minuteOfDay, now]);
}
