import type { RequestBoard } from './requests.ts';
import type { DayOverview, RunOverview } from './day-overview.ts';
import type { ShiftBody, ShiftCounts } from '../shift.ts';
import type { RowId } from '../scalars.ts';
import type { Shortfall } from './coverage/shortfalls.ts';

/** A run under way of which nothing was heard for so long that somebody should call. */
export const SILENT_MS = 60 * 60 * 1000;

/** Everything that the next one must know: what is open, promised, late, silent and under review. */
export type Handover = {
  readonly gaps: readonly Shortfall[];
  readonly late: readonly RunOverview[];
  readonly silent: readonly RunOverview[];
  readonly requests: Pick<RequestBoard, 'open' | 'promised'>;
  readonly review: number;
};

/**
 * Runs under way without a record, and without any word of their driver's phone, for an hour. Neither says where anybody is.
 * @param heardAt when the server last heard the driver's phone, epoch ms
 */
export function silentRuns(
  { runs }: Pick<DayOverview, 'runs'>,
  heardAt: (driver: RowId) => number | null,
  now: number,
): readonly RunOverview[] {
  return runs.filter(({ run, reportedAt }) => {
    if (run.status !== 'underWay') return false;
    const heard = run.driver === null ? null : heardAt(run.driver);
    return now - Math.max(reportedAt ?? 0, heard ?? 0) > SILENT_MS;
  });
}

export function countsOf({ gaps, late, silent, requests, review }: Handover): ShiftCounts {
  return {
    gaps: gaps.length,
    overdue: late.length,
    silent: silent.length,
    open: requests.open.length,
    promised: requests.promised.length,
    review,
  };
}

type Shift = { readonly id: RowId; readonly body: ShiftBody };

/** The last one who signed; two who signed in the same moment are in the order of their ids. */
export function latestShift(shifts: readonly Shift[]): Shift | undefined {
  return shifts.toSorted((a, b) => a.body.takenAt - b.body.takenAt || a.id.localeCompare(b.id)).at(-1);
}
