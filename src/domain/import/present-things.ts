import type { Row } from '../rows.ts';
import type { RowId } from '../scalars.ts';
import { itemKey, placeKey, type ThingKey } from './same-thing.ts';
import type { Present } from './plan.ts';

/** What is here, found by what it is; and what each row is. */
export type PresentThings = {
  readonly idsByKey: ReadonlyMap<ThingKey, RowId>;
  readonly keysById: ReadonlyMap<RowId, ThingKey>;
};

/** Of two rows for the same thing the open one is meant, and among those always the same one. */
export function presentThings({ items, checkpoints }: Pick<Present, 'items' | 'checkpoints'>): PresentThings {
  const keysById = new Map<RowId, ThingKey>();
  const idsByKey = new Map<ThingKey, RowId>();
  const rows: readonly (Row<'item'> | Row<'checkpoint'>)[] = [...items, ...checkpoints];
  for (const row of rows.toSorted(openFirst)) {
    const key = row.kind === 'item' ? itemKey(row.body) : placeKey(row.body);
    keysById.set(row.id, key);
    if (!idsByKey.has(key)) idsByKey.set(key, row.id);
  }
  return { idsByKey, keysById };
}

/** The codes that are spoken for: a closed checkpoint has given its own back. */
export function openCodes({ checkpoints }: Present): ReadonlySet<string> {
  return new Set(checkpoints.filter(({ body }) => body.status === 'open').map(({ body }) => body.code));
}

function openFirst(a: Row<'item'> | Row<'checkpoint'>, b: Row<'item'> | Row<'checkpoint'>): number {
  if (a.body.status !== b.body.status) return a.body.status === 'open' ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
