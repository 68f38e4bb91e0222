import type { RowId } from '#domain/scalars.ts';
import type { Place, SuggestionRows } from '#domain/views/coverage/suggestion-rows.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Who could drive, when they are free, with what, and how far apart places are. The runs of the day are asked apart. */
export async function suggestionRows({ database }: PhoneStore): Promise<Omit<SuggestionRows, 'runs'>> {
  const { member, availability, vehicle, checkpoint, kitchen, batch, item } = database;
  return database.transaction('r', [member, availability, vehicle, checkpoint, kitchen, batch, item], async () => {
    const [members, free, vehicles, checkpoints, kitchens, batches, items] = await Promise.all([
      member.toArray(),
      availability.toArray(),
      vehicle.toArray(),
      checkpoint.toArray(),
      kitchen.toArray(),
      batch.toArray(),
      item.toArray(),
    ]);
    const places: readonly (readonly [RowId, Place])[] = [
      ...checkpoints.map(({ id, body: { position, district } }) => [id, { position, district }] as const),
      ...kitchens.map(({ id, body: { position } }) => [id, { position, district: '' }] as const),
    ];
    return {
      drivers: members
        .filter(({ body }) => body.status === 'active')
        .toSorted((a, b) => a.body.name.localeCompare(b.body.name))
        .map(({ id }) => id),
      availabilityByMember: new Map(free.map(({ id, body }) => [id, body])),
      vehicles: vehicles.map(({ body }) => body),
      placesById: new Map(places),
      kitchens: kitchens.filter(({ body }) => body.status === 'open').map(({ id }) => id),
      batches: batches.map(({ body }) => body),
      unitsById: new Map(items.map(({ id, body }) => [id, body.unit])),
    };
  });
}
