import type { MealWindowBody } from '../catalogue.ts';
import type { RunBody } from '../run.ts';
import { type BranchTime, isOver } from './run-needs.ts';

/** What the order of runs depends on. */
export type RunToOrder = Pick<RunBody, 'on' | 'status' | 'answer'> & {
  /** Null for a run without one. */
  readonly window: Pick<MealWindowBody, 'startMinute' | 'endMinute'> | null;
};

/**
 * A driver's runs: `current` is what is still to be driven, ended or noticed, the nearest first and what was given
 * back last; `earlier` is what is over, the newest first. A run of a past day that nobody ended stays current, and a
 * cancelled one until its window is over: the driver of a night's tea may be on the road.
 */
export function ownRuns<R extends RunToOrder>(
  runs: readonly R[],
  now: BranchTime,
): { readonly current: readonly R[]; readonly earlier: readonly R[] } {
  const isCurrent = (run: R) =>
    run.status === 'planned' ||
    run.status === 'underWay' ||
    (run.status === 'cancelled' && (run.on >= now.today || !isOver(run.on, run.window ?? undefined, now)));
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
  return `${run.on} ${String(run.window?.startMinute ?? 0).padStart(4, '0')}`;
}
