import { assert } from '#lib/assert.ts';
import type { Count, Line, RowId } from '#domain/scalars.ts';
import type { ITEMS, WINDOWS } from './demo-words.ts';

/** What the demonstration has made, by its own names. */
export type Things = {
  readonly items: Readonly<Record<keyof typeof ITEMS, RowId>>;
  readonly windows: Readonly<Record<keyof typeof WINDOWS, RowId>>;
  readonly kitchen: RowId;
  /** In the order of their codes. */
  readonly places: readonly RowId[];
};

export type Amounts = Readonly<Partial<Record<keyof typeof ITEMS, number>>>;

export function placeOf(things: Things, place: number): RowId {
  const id = things.places[place];
  assert(id !== undefined, 'the demonstration names places that it has');
  return id;
}

export function linesOf(things: Things, amounts: Amounts): Line[] {
  return (Object.keys(amounts) as (keyof typeof ITEMS)[]).map((item) => ({
    item: things.items[item],
    count: Math.round((amounts[item] ?? 0) * 1_000) as Count,
  }));
}
