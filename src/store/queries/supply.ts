import type { AvailabilityBody } from '#domain/availability.ts';
import type { ItemTraitsBody } from '#domain/item-traits.ts';
import type { RowId } from '#domain/scalars.ts';
import type { BatchBody } from '#domain/supply.ts';
import type { StoredRow } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What there is to cover needs with: food, vehicles, and who is free. Only what is open, and apart from it the vehicles that were. */
export type Supply = {
  readonly items: readonly StoredRow<'item'>[];
  readonly windows: readonly StoredRow<'mealWindow'>[];
  readonly kitchens: readonly StoredRow<'kitchen'>[];
  readonly checkpoints: readonly StoredRow<'checkpoint'>[];
  readonly members: readonly StoredRow<'member'>[];
  readonly vehicles: readonly StoredRow<'vehicle'>[];
  readonly formerVehicles: readonly StoredRow<'vehicle'>[];
  readonly traitsById: ReadonlyMap<RowId, ItemTraitsBody>;
  /** By `batchId`. */
  readonly batchesById: ReadonlyMap<RowId, BatchBody>;
  readonly availabilityByMember: ReadonlyMap<RowId, AvailabilityBody>;
};

export async function supply({ database }: PhoneStore): Promise<Supply> {
  const { item, mealWindow, kitchen, checkpoint, member, vehicle, itemTraits, batch, availability } = database;
  const tables = [item, mealWindow, kitchen, checkpoint, member, vehicle, itemTraits, batch, availability];
  return database.transaction('r', tables, async () => {
    const [items, windows, kitchens, checkpoints, members, vehicles] = await Promise.all([
      item.toArray(),
      mealWindow.toArray(),
      kitchen.toArray(),
      checkpoint.toArray(),
      member.toArray(),
      vehicle.toArray(),
    ]);
    const [traits, batches, free] = await Promise.all([itemTraits.toArray(), batch.toArray(), availability.toArray()]);
    return {
      items: items.filter(isOpen).toSorted(byName),
      windows: windows.filter(isOpen).toSorted((a, b) => a.body.startMinute - b.body.startMinute),
      kitchens: kitchens.filter(isOpen).toSorted(byName),
      checkpoints: checkpoints.filter(isOpen).toSorted((a, b) => Number(a.body.code) - Number(b.body.code)),
      members: members.filter(({ body }) => body.status === 'active').toSorted(byName),
      vehicles: vehicles.filter(isOpen).toSorted(byName),
      formerVehicles: vehicles.filter((vehicle) => !isOpen(vehicle)).toSorted(byName),
      traitsById: new Map(traits.map(({ id, body }) => [id, body])),
      batchesById: new Map(batches.map(({ id, body }) => [id, body])),
      availabilityByMember: new Map(free.map(({ id, body }) => [id, body])),
    };
  });
}

function isOpen({ body }: { readonly body: { readonly status: string } }): boolean {
  return body.status === 'open';
}

function byName(
  a: { readonly id: RowId; readonly body: { readonly name: string } },
  b: { readonly id: RowId; readonly body: { readonly name: string } },
): number {
  return a.body.name.localeCompare(b.body.name) || a.id.localeCompare(b.id);
}
