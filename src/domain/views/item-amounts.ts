import type { Count, Line, RowId } from '../scalars.ts';

/** How much of an item was meant, and how much was handed over. */
export type ItemAmount = { readonly item: RowId; readonly planned: Count; readonly delivered: Count };

type Stop = { readonly planned: readonly Line[]; readonly records: readonly { readonly lines: readonly Line[] }[] };

/** The amounts of some stops, each item once, in the order in which they are first named. */
export function itemAmounts(stops: readonly Stop[]): readonly ItemAmount[] {
  const sums: Sums = new Map();
  for (const { planned, records } of stops) {
    for (const { item, count } of planned) add(sums, item, count, 0);
    for (const { lines } of records) for (const { item, count } of lines) add(sums, item, 0, count);
  }
  return [...sums.values()];
}

/** The sums of amounts that may name an item several times. */
export function addAmounts(amounts: readonly ItemAmount[]): readonly ItemAmount[] {
  const sums: Sums = new Map();
  for (const { item, planned, delivered } of amounts) add(sums, item, planned, delivered);
  return [...sums.values()];
}

type Sums = Map<RowId, { readonly item: RowId; planned: Count; delivered: Count }>;

function add(sums: Sums, item: RowId, planned: Count | 0, delivered: Count | 0): void {
  const sum = sums.get(item);
  if (sum === undefined) sums.set(item, { item, planned: planned as Count, delivered: delivered as Count });
  else {
    sum.planned = (sum.planned + planned) as Count;
    sum.delivered = (sum.delivered + delivered) as Count;
  }
}
