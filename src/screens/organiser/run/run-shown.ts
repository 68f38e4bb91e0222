import type { MealWindowBody } from '#domain/catalogue.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { KnownKitchen } from '#store/queries/kitchens.ts';
import type { People } from '#store/queries/people.ts';
import type { RunRecord } from '#store/queries/run-record.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import type { Naming } from '../use-naming.ts';

/** What the parts of a run's screen show. */
export type RunShown = {
  readonly record: RunRecord;
  readonly naming: Naming;
  readonly clock: BranchClock;
  readonly people: People;
  readonly stops: readonly StopProgress[];
  readonly window: MealWindowBody | undefined;
  readonly kitchen: KnownKitchen | undefined;
};
