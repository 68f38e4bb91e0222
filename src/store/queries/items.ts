import type { ItemBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

export type KnownItem = ItemBody & { readonly id: RowId };

/** All items of the branch, closed ones too, by name. */
export async function items({ database }: PhoneStore): Promise<readonly KnownItem[]> {
  const rows = await database.item.toArray();
  return rows
    .map(({ id, body }) => ({ id, ...body }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.unit.localeCompare(b.unit) || a.id.localeCompare(b.id));
}
