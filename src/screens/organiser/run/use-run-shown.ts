import { runProgress } from '#domain/views/run-progress.ts';
import { kitchens } from '#store/queries/kitchens.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { people } from '#store/queries/people.ts';
import type { RunRecord } from '#store/queries/run-record.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useNaming } from '../use-naming.ts';
import type { RunShown } from './run-shown.ts';

/** Everything that a run's screens show of it; undefined until all of it is here. */
export function useRunShown(record: RunRecord, clock: BranchClock): RunShown | undefined {
  const naming = useNaming();
  const known = useQuery(people);
  const windows = useQuery(mealWindows);
  const places = useQuery(kitchens);
  if (naming === undefined || known.type === 'unknown' || windows.type === 'unknown' || places.type === 'unknown') {
    return undefined;
  }
  const { run } = record;
  return {
    record,
    naming,
    clock,
    people: known.value,
    stops: runProgress(run, record.deliveries, record.correctionsById),
    window: windows.value.find((window) => window.id === run.window)?.body,
    kitchen: places.value.find((kitchen) => kitchen.id === run.kitchen),
  };
}
