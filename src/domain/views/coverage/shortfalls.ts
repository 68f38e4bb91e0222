import type { MealWindowBody } from '../../catalogue.ts';
import type { Priority } from '../../requirement.ts';
import type { Count, Line, RowId } from '../../scalars.ts';
import type { CoverageCell } from './coverage-cell.ts';

/** A cell that lacks something, and how much of what. */
export type Shortfall = { readonly cell: CoverageCell; readonly missing: readonly Line[] };

const PRIORITY_ORDER: readonly Priority[] = ['first', 'usual', 'last'];

export function missingLines({ amounts }: Pick<CoverageCell, 'amounts'>): readonly Line[] {
  return amounts
    .filter(({ needed, coming }) => coming < needed)
    .map(({ item, needed, coming }) => ({ item, count: (needed - coming) as Count }));
}

/** What is still to be covered: the nearest window first, within it what matters most, then who gets nothing at all. */
export function shortfalls(
  cells: Iterable<CoverageCell>,
  windowsById: ReadonlyMap<RowId, MealWindowBody>,
): readonly Shortfall[] {
  const startOf = ({ window }: CoverageCell) => windowsById.get(window)?.startMinute ?? 0;
  return [...cells]
    .filter(({ state }) => state === 'short' || state === 'bare')
    .map((cell) => ({ cell, missing: missingLines(cell) }))
    .toSorted(
      ({ cell: a }, { cell: b }) =>
        a.on.localeCompare(b.on) ||
        startOf(a) - startOf(b) ||
        PRIORITY_ORDER.indexOf(a.priority) - PRIORITY_ORDER.indexOf(b.priority) ||
        Number(b.state === 'bare') - Number(a.state === 'bare') ||
        a.checkpoint.localeCompare(b.checkpoint),
    );
}
