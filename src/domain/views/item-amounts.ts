import type { Count, Line, RowId } from '../scalars.ts';

/** How much of an item was meant, and how much was handed over. */
export type ItemAmount = { readonly item: RowId; readonly planned: Count; readonly delivered: Count };

type Stop = { readonly planned: readonly Line[]; readonly records: readonly { readonly lines: readonly Line[] }[] };

/** The amounts of some stops, each item once, in the order in which they are first named. */
export function itemAmounts(stops: readonly Stop[]): readonly ItemAmount[] {
  return addAmounts(
    stops.flatMap(({ planned, records }) => [
      ...planned.map(({ item, count }) => amount(item, count, 0)),
      ...records.flatMap(({ lines }) => lines.map(({ item, count }) => amount(item, 0, count))),
    ]),
  );
}

/** The sums of amounts that may name an item several times. */
export function addAmounts(amounts: readonly ItemAmount[]): readonly ItemAmount[] {
  const byItem = new Map<RowId, ItemAmount>();
  for (const { item, planned, delivered } of amounts) {
    const known = byItem.get(item);
    byItem.set(item, amount(item, planned + (known?.planned ?? 0), delivered + (known?.delivered ?? 0)));
  }
  return [...byItem.values()];
}

function amount(item: RowId, planned: number, delivered: number): ItemAmount {
  return { item, planned: planned as Count, delivered: delivered as Count };
}
