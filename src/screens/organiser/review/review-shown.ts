import type { RowId } from '#domain/scalars.ts';
import type { Person } from '#store/queries/people.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import type { Naming } from '../use-naming.ts';

/** What the cards of the tray need besides their item. */
export type ReviewShown = {
  readonly naming: Naming;
  readonly clock: BranchClock;
  readonly membersById: ReadonlyMap<RowId, Person>;
  readonly subjectsById: ReadonlyMap<RowId, string>;
};
