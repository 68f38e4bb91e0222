import type { PerHead } from '../../requirement.ts';
import type { Line, RowId } from '../../scalars.ts';
import type { CellAmount, Cover } from './coverage-cell.ts';

type Tally = { item: RowId; needed: number; planned: number; delivered: number; coming: number };

/** Every item that is needed somewhere, or comes there, once: what is needed first. A place gets a few items, so a list will do. */
export function cellAmounts(needed: readonly Line[], covers: readonly Cover[]): readonly CellAmount[] {
  const tallies: Tally[] = [];
  for (const { item, count } of needed) tallyOf(tallies, item).needed += count;
  for (const { planned, delivered, isComing } of covers) {
    for (const { item, count } of planned) {
      const tally = tallyOf(tallies, item);
      tally.planned += count;
      if (isComing) tally.coming += count;
    }
    for (const { item, count } of delivered ?? []) {
      const tally = tallyOf(tallies, item);
      tally.delivered += count;
      tally.coming += count;
    }
  }
  return tallies as readonly unknown[] as readonly CellAmount[];
}

function tallyOf(tallies: Tally[], item: RowId): Tally {
  const known = tallies.find((tally) => tally.item === item);
  if (known !== undefined) return known;
  const tally = { item, needed: 0, planned: 0, delivered: 0, coming: 0 };
  tallies.push(tally);
  return tally;
}

/** For how many heads there is everything: the scarcest item decides. Never more than are there. */
export function headsFor(
  { headcount, perHead }: { readonly headcount: number; readonly perHead: Readonly<PerHead> },
  amounts: readonly CellAmount[],
  field: 'coming' | 'delivered',
): number {
  let heads = perHead.length === 0 ? 0 : headcount;
  for (const { item } of perHead) {
    const each = perHead.reduce((sum, line) => sum + (line.item === item ? line.count : 0), 0);
    const count = amounts.find((amount) => amount.item === item)?.[field] ?? 0;
    heads = Math.min(heads, Math.floor(count / each));
  }
  return heads;
}
