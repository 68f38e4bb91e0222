import type { KitchenBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

export type KnownKitchen = KitchenBody & { readonly id: RowId };

/** All kitchens of the branch, closed ones too, by name. */
export async function kitchens({ database }: PhoneStore): Promise<readonly KnownKitchen[]> {
  const rows = await database.kitchen.toArray();
  return rows
    .map(({ id, body }) => ({ id, ...body }))
    .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}
