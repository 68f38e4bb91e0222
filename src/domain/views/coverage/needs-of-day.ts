import { requirementId } from '../../derived-ids.ts';
import { weekdayOf } from '../../days.ts';
import type { PerHead, Priority } from '../../requirement.ts';
import type { Count, Line, RowId } from '../../scalars.ts';
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

/** Every cell of a day about which something was said, by `requirementId`. What is said of the day itself holds. */
export function needsOfDay(
  { requirements }: Pick<StandingRows, 'requirements'>,
  { on, dayRequirements, cancellations }: Pick<CoverageDayRows, 'on' | 'dayRequirements' | 'cancellations'>,
): ReadonlyMap<RowId, Need> {
  const needs = new Map<RowId, Need>();
  const weekday = weekdayOf(on);
  for (const { checkpoint, window, headcounts, perHead, priority, from, until } of requirements) {
    const isThen = (from === null || from <= on) && (until === null || until >= on);
    const headcount = isThen ? (headcounts[weekday] ?? 0) : 0;
    needs.set(requirementId(checkpoint, window), { checkpoint, window, headcount, perHead, priority, reason: null });
  }
  for (const { checkpoint, window, headcount, perHead, priority } of dayRequirements)
    needs.set(requirementId(checkpoint, window), { checkpoint, window, headcount, perHead, priority, reason: null });
  for (const { checkpoint, window, reason } of cancellations) {
    const id = requirementId(checkpoint, window);
    const known = needs.get(id) ?? { checkpoint, window, headcount: 0, perHead: [], priority: 'usual' };
    needs.set(id, { ...known, reason });
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
  const counts = new Map<RowId, number>();
  for (const { item, count } of perHead) counts.set(item, (counts.get(item) ?? 0) + count * headcount);
  return [...counts].map(([item, count]) => ({ item, count: count as Count }));
}
