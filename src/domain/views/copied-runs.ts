import type { Args } from '../mutators.ts';
import type { RunBody } from '../run.ts';
import { stopsMarkOf } from '../run-plan-fields.ts';
import type { Day, RowId } from '../scalars.ts';

type RunPlan = Args<'runPlan'>;

/**
 * The runs of one day as plans for another: the same drivers are asked anew. Runs that were called off, places and windows
 * that are closed, and what the other day has already are left out, so copying twice changes nothing.
 */
export function copiedRuns(
  from: readonly RunBody[],
  to: readonly RunBody[],
  on: Day,
  open: { readonly checkpoints: ReadonlySet<RowId>; readonly windows: ReadonlySet<RowId> },
): readonly RunPlan[] {
  const there = new Set(to.filter(({ status }) => status !== 'cancelled').map(keyOf));
  return from
    .filter(({ status, window }) => status !== 'cancelled' && (window === null || open.windows.has(window)))
    .map(({ label, window, kitchen, driver, stops }) => ({
      label,
      on,
      window,
      kitchen,
      driver,
      stops: stops.filter(({ checkpoint }) => open.checkpoints.has(checkpoint)),
    }))
    .filter((plan) => plan.stops.length > 0 && !there.has(keyOf(plan)));
}

/** Two runs are the same journey when they bring the same to the same places at the same time. */
function keyOf({ window, stops }: Pick<RunPlan, 'window' | 'stops'>): string {
  return `${window ?? ''} ${stopsMarkOf(stops)}`;
}
