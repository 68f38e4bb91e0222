import type { RowId } from '../../scalars.ts';

/** Things by window, then by checkpoint: thousands are looked up, and no key has to be put together for it. */
export type ByCell<T> = ReadonlyMap<RowId, ReadonlyMap<RowId, T>>;
export type ByCellBeingMade<T> = Map<RowId, Map<RowId, T>>;

export function atCell<T>(byCell: ByCell<T>, checkpoint: RowId, window: RowId): T | undefined {
  return byCell.get(window)?.get(checkpoint);
}

export function putAtCell<T>(byCell: ByCellBeingMade<T>, checkpoint: RowId, window: RowId, thing: T): void {
  const known = byCell.get(window);
  if (known === undefined) byCell.set(window, new Map([[checkpoint, thing]]));
  else known.set(checkpoint, thing);
}

/** All of them, window by window. */
export function allOf<T>(byCell: ByCell<T>): readonly T[] {
  return [...byCell.values()].flatMap((cells) => [...cells.values()]);
}
