import { weekdayOf } from '../../days.ts';
import type { PerHead, Priority } from '../../requirement.ts';
import type { Count, Line, RowId } from '../../scalars.ts';
import { atCell, type ByCell, type ByCellBeingMade, putAtCell } from './by-cell.ts';
import type { CoverageDayRows, StandingRows } from './coverage-rows.ts';

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

/** Every cell of a day about which something was said. What is said of the day itself holds. */
export function needsOfDay(
  { requirements }: Pick<StandingRows, 'requirements'>,
  { on, dayRequirements, cancellations }: Pick<CoverageDayRows, 'on' | 'dayRequirements' | 'cancellations'>,
): ByCell<Need> {
  const needs: ByCellBeingMade<Need> = new Map();
  const weekday = weekdayOf(on);
  for (const { checkpoint, window, headcounts, perHead, priority, from, until } of requirements) {
    const isThen = (from === null || from <= on) && (until === null || until >= on);
    const headcount = isThen ? (headcounts[weekday] ?? 0) : 0;
    putAtCell(needs, checkpoint, window, { checkpoint, window, headcount, perHead, priority, reason: null });
  }
  for (const { checkpoint, window, headcount, perHead, priority } of dayRequirements)
    putAtCell(needs, checkpoint, window, { checkpoint, window, headcount, perHead, priority, reason: null });
  for (const { checkpoint, window, reason } of cancellations) {
    const nothing: Need = { checkpoint, window, headcount: 0, perHead: [], priority: 'usual', reason };
    putAtCell(needs, checkpoint, window, { ...(atCell(needs, checkpoint, window) ?? nothing), reason });
  }
  return needs;
}

/** How much of each item it takes, each item once; nothing where nothing is needed. */
export function neededLines({
  headcount,
  perHead,
  reason,
}: Pick<Need, 'headcount' | 'perHead' | 'reason'>): readonly Line[] {
  if (headcount === 0 || reason !== null) return [];
  const lines: Line[] = [];
  for (const { item, count } of perHead) {
    const at = lines.findIndex((line) => line.item === item);
    const whole = ((lines[at]?.count ?? 0) + count * headcount) as Count;
    if (at === -1) lines.push({ item, count: whole });
    else lines[at] = { item, count: whole };
  }
  return lines;
}
