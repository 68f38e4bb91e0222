import type { RunBody } from '../run.ts';
import type { Day } from '../scalars.ts';

/** What the order of runs depends on. */
export type RunToOrder = Pick<RunBody, 'on' | 'status' | 'answer'> & {
  /** When its window begins; null for a run without one. */
  readonly startMinute: number | null;
};

/**
 * A driver's runs: `current` is what is still to be driven, ended or noticed, the nearest first and what was given
 * back last; `earlier` is what is over, the newest first. A run of a past day that nobody ended stays current.
 */
export function ownRuns<R extends RunToOrder>(
  runs: readonly R[],
  today: Day,
): { readonly current: readonly R[]; readonly earlier: readonly R[] } {
  const isCurrent = (run: R) =>
    run.status === 'planned' || run.status === 'underWay' || (run.status === 'cancelled' && run.on >= today);
  return {
    current: runs.filter(isCurrent).toSorted((a, b) => rank(a) - rank(b) || whenOf(a).localeCompare(whenOf(b))),
    earlier: runs.filter((run) => !isCurrent(run)).toSorted((a, b) => whenOf(b).localeCompare(whenOf(a))),
  };
}

function rank(run: RunToOrder): number {
  if (run.status === 'underWay') return 0;
  return run.answer === 'declined' || run.status === 'cancelled' ? 2 : 1;
}

function whenOf(run: RunToOrder): string {
  return `${run.on} ${String(run.startMinute ?? 0).padStart(4, '0')}`;
}
