import type { PerHead } from '../../requirement.ts';
import type { RowId } from '../../scalars.ts';
import type { CellAmount, Cover } from './coverage-cell.ts';

/** For how many heads there is to be how much for each; nobody where nothing is needed. */
export type Heads = { readonly headcount: number; readonly perHead: Readonly<PerHead> };
type Tally = { item: RowId; needed: number; planned: number; delivered: number; coming: number };

/**
 * Every item that is needed somewhere, or comes there, once: what is needed first. A place gets a few items, so a list will
 * do. Thousands of cells are counted at once: plain loops, and nothing made that is thrown away again.
 */
export function cellAmounts({ headcount, perHead }: Heads, covers: readonly Cover[]): readonly CellAmount[] {
  const tallies: Tally[] = [];
  if (headcount > 0) for (const { item, count } of perHead) tallyOf(tallies, item).needed += count * headcount;
  for (const { planned, delivered, isComing } of covers) {
    for (const { item, count } of planned) {
      const tally = tallyOf(tallies, item);
      tally.planned += count;
      if (isComing) tally.coming += count;
    }
    if (delivered === null) continue;
    for (const { item, count } of delivered) {
      const tally = tallyOf(tallies, item);
      tally.delivered += count;
      tally.coming += count;
    }
  }
  return tallies as readonly unknown[] as readonly CellAmount[];
}

function tallyOf(tallies: Tally[], item: RowId): Tally {
  for (const tally of tallies) if (tally.item === item) return tally;
  const tally = { item, needed: 0, planned: 0, delivered: 0, coming: 0 };
  tallies.push(tally);
  return tally;
}

/** For how many heads there is everything: the scarcest item decides. Never more than are there. */
export function headsFor(
  { headcount, perHead }: Heads,
  amounts: readonly CellAmount[],
  field: 'coming' | 'delivered',
): number {
  let heads = perHead.length === 0 ? 0 : headcount;
  for (const amount of amounts) {
    let each = 0;
    for (const { item, count } of perHead) if (item === amount.item) each += count;
    if (each > 0) heads = Math.min(heads, Math.floor(amount[field] / each));
  }
  return heads;
}
