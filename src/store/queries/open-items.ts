import type { ItemBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

export type OpenItem = Pick<ItemBody, 'name' | 'unit'> & { readonly id: RowId };

/** What can be brought, by name. */
export async function openItems({ database }: PhoneStore): Promise<readonly OpenItem[]> {
  const rows = await database.item.toArray();
  return rows
    .filter(({ body }) => body.status === 'open')
    .map(({ id, body: { name, unit } }) => ({ id, name, unit }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}
