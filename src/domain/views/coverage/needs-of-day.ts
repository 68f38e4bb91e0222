import { weekdayOf } from '../../days.ts';
import type { PerHead, Priority, RequirementBody } from '../../requirement.ts';
import type { Day, RowId } from '../../scalars.ts';
import { atCell, type ByCell, type ByCellBeingMade, putAtCell } from './by-cell.ts';
import type { CoverageDayRows } from './coverage-rows.ts';

/** What one checkpoint needs in one window of a day. */
export type Need = {
  readonly checkpoint: RowId;
  readonly window: RowId;
  readonly headcount: number;
  readonly perHead: Readonly<PerHead>;
  readonly priority: Priority;
  /** Why it was called off; null where it stands. */
  readonly reason: string | null;
};

type OfDay = Pick<CoverageDayRows, 'on' | 'dayRequirements' | 'cancellations'>;

/** What stands on a day's weekday, unless something else is said of that day. */
export function standingNeed(
  { checkpoint, window, headcounts, perHead, priority, from, until }: RequirementBody,
  on: Day,
  weekday: number,
): Need {
  const isThen = (from === null || from <= on) && (until === null || until >= on);
  const headcount = isThen ? (headcounts[weekday] ?? 0) : 0;
  return { checkpoint, window, headcount, perHead, priority, reason: null };
}

/** The cells of which something was said of the day itself, which holds: other numbers, or that it is called off. */
export function needsSaidOfDay(
  requirements: readonly RequirementBody[],
  { on, dayRequirements, cancellations }: OfDay,
): ByCell<Need> {
  const needs: ByCellBeingMade<Need> = new Map();
  for (const { checkpoint, window, headcount, perHead, priority } of dayRequirements)
    putAtCell(needs, checkpoint, window, { checkpoint, window, headcount, perHead, priority, reason: null });
  if (cancellations.length === 0) return needs;
  const [weekday, calledOff] = [weekdayOf(on), new Set(cancellations.map(({ checkpoint }) => checkpoint))];
  const standing: ByCellBeingMade<RequirementBody> = new Map();
  for (const one of requirements)
    if (calledOff.has(one.checkpoint)) putAtCell(standing, one.checkpoint, one.window, one);
  for (const { checkpoint, window, reason } of cancellations) {
    const usual = atCell(standing, checkpoint, window);
    const nothing: Need = { checkpoint, window, headcount: 0, perHead: [], priority: 'usual', reason };
    const stood =
      atCell(needs, checkpoint, window) ?? (usual === undefined ? nothing : standingNeed(usual, on, weekday));
    putAtCell(needs, checkpoint, window, { ...stood, reason });
  }
  return needs;
}
