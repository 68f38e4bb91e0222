import type { Day, RowId } from '#domain/scalars.ts';
import type { CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import type { Acts } from '../acts/use-acts.ts';
import type { Naming } from '../use-naming.ts';
import type { BoardRow } from './board.ts';
import type { BoardDay } from './use-coverage.ts';

/** A cell that somebody has opened; it stays up to date while it is open. */
export type CellOpen = {
  readonly row: BoardRow;
  readonly on: Day;
  readonly window: RowId;
  readonly day: BoardDay;
  /** Undefined where nothing is needed and nobody comes. */
  readonly cell: CoverageCell | undefined;
  readonly standing: CoverageStanding;
  readonly naming: Naming;
  readonly clock: BranchClock;
  readonly acts: Acts;
};
