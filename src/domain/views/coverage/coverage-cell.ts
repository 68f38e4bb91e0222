import type { Priority } from '../../requirement.ts';
import type { RunStatus } from '../../run.ts';
import type { Count, Day, Line, RowId } from '../../scalars.ts';

/** `met`: everybody there gets everything; `bare`: nobody comes with anything of it; `short`: something in between. */
export type CellState = 'met' | 'short' | 'bare' | 'notNeeded';

/**
 * What somebody should look at. `twice`: more comes than is needed, and one of those who bring it could stay at home;
 * `noDriver`, `declined`: planned, but nobody goes; `notAccepted`: given to somebody who has not answered; `stale`: the
 * window has begun, and the driver's phone was not heard since; `hot`: by the window's end it would be too long out of the
 * pot; `calledOff`: somebody is to go where nothing is needed any more.
 */
export type CellMark = 'twice' | 'noDriver' | 'declined' | 'notAccepted' | 'stale' | 'hot' | 'calledOff';

/** An item's way to a cell, in thousandths of its unit. */
export type CellAmount = {
  readonly item: RowId;
  readonly needed: Count;
  /** By all runs that were not called off, whether or not somebody drives them. */
  readonly planned: Count;
  readonly delivered: Count;
  /** What was delivered, and what somebody is still to bring: what the state goes by. */
  readonly coming: Count;
};

/** Somebody who brings something: a stop of a run, or a delivery beside the plan. */
export type Cover = {
  readonly run: RowId | null;
  readonly stop: number | null;
  readonly driver: RowId | null;
  readonly status: RunStatus | null;
  readonly answer: 'none' | 'accepted' | 'declined';
  readonly planned: readonly Line[];
  /** What was recorded; null as long as nothing was. */
  readonly delivered: readonly Line[] | null;
  /** True while it is still to come, and somebody is to bring it. */
  readonly isComing: boolean;
};

/** One checkpoint in one meal window of one day. */
export type CoverageCell = {
  readonly checkpoint: RowId;
  readonly window: RowId;
  readonly on: Day;
  readonly state: CellState;
  readonly headcount: number;
  /** For how many heads everything has come or is coming: the 12 of "12 of 20". */
  readonly heads: number;
  /** For how many it was handed over. */
  readonly fed: number;
  readonly priority: Priority;
  /** Why nothing is needed, where somebody called it off; null otherwise. */
  readonly reason: string | null;
  readonly amounts: readonly CellAmount[];
  readonly covers: readonly Cover[];
  readonly marks: readonly CellMark[];
  /** When the phone of whoever is late was last heard, epoch ms; null where it never was, or nobody is late. */
  readonly heardAt: number | null;
};
