import type { MealWindowBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { DayOverview } from '#domain/views/day-overview.ts';
import type { Person } from '#store/queries/people.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import type { Naming } from '../use-naming.ts';

/** What the parts of the day's screen show. */
export type DayShown = {
  readonly overview: DayOverview;
  readonly naming: Naming;
  readonly clock: BranchClock;
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
  readonly membersById: ReadonlyMap<RowId, Person>;
};
