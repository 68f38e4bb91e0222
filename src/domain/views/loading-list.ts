import type { Count, Line, RowId } from '../scalars.ts';

/** What must be in the car before the first stop: each item once, summed over all stops, in order of first need. */
export function loadingList(stops: readonly { readonly lines: readonly Line[] }[]): readonly Line[] {
  const countsByItem = new Map<RowId, number>();
  for (const { lines } of stops) {
    for (const { item, count } of lines) countsByItem.set(item, (countsByItem.get(item) ?? 0) + count);
  }
  return [...countsByItem].map(([item, count]) => ({ item, count: count as Count }));
}
