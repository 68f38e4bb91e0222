import type { PerHead } from '../../requirement.ts';
import type { Count, Line, RowId } from '../../scalars.ts';
import type { CellAmount, Cover } from './coverage-cell.ts';

type Tally = { needed: number; planned: number; delivered: number; coming: number };

/** Every item that is needed somewhere, or comes there, once: what is needed first. */
export function cellAmounts(needed: readonly Line[], covers: readonly Cover[]): readonly CellAmount[] {
  const tallies = new Map<RowId, Tally>();
  const add = (lines: readonly Line[], ...to: readonly (keyof Tally)[]): void => {
    for (const { item, count } of lines) {
      const tally = tallies.get(item) ?? { needed: 0, planned: 0, delivered: 0, coming: 0 };
      for (const field of to) tally[field] += count;
      tallies.set(item, tally);
    }
  };
  add(needed, 'needed');
  for (const { planned, delivered, isComing } of covers) {
    add(planned, 'planned');
    if (isComing) add(planned, 'coming');
    if (delivered !== null) add(delivered, 'delivered', 'coming');
  }
  return [...tallies].map(([item, tally]) => ({ item, ...(tally as Record<keyof Tally, Count>) }));
}

/** For how many heads there is everything: the scarcest item decides. Never more than are there. */
export function headsFor(
  { headcount, perHead }: { readonly headcount: number; readonly perHead: Readonly<PerHead> },
  amounts: readonly CellAmount[],
  field: 'coming' | 'delivered',
): number {
  const perItem = new Map<RowId, number>();
  for (const { item, count } of perHead) perItem.set(item, (perItem.get(item) ?? 0) + count);
  let heads = perItem.size === 0 ? 0 : headcount;
  for (const [item, each] of perItem) {
    const count = amounts.find((amount) => amount.item === item)?.[field] ?? 0;
    heads = Math.min(heads, Math.floor(count / each));
  }
  return heads;
}
