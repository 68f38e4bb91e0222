import { isSame } from '#lib/same.ts';
import { type DayOverview, type DayRows, dayOverview } from '#domain/views/day-overview.ts';
import type { BranchTime } from '#domain/views/run-needs.ts';

type Seen = { readonly now: BranchTime; readonly overview: DayOverview };

const seenByRows = new WeakMap<DayRows, Seen>();

/** The overview of a day, found out once for the same rows at the same minute: of the day after before somebody goes there. */
export function overviewOf(rows: DayRows, now: BranchTime): DayOverview {
  const seen = seenByRows.get(rows);
  if (seen !== undefined && isSame(seen.now, now)) return seen.overview;
  const overview = dayOverview(rows, now);
  seenByRows.set(rows, { now, overview });
  return overview;
}
