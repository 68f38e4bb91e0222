import type { ItemBody } from '#domain/catalogue.ts';
import type { PlaceNameBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What places and items are called, and thermoses and crates besides. What is not here is not on this phone yet. */
export type Names = {
  readonly placesById: ReadonlyMap<RowId, PlaceNameBody>;
  readonly itemsById: ReadonlyMap<RowId, Pick<ItemBody, 'name' | 'unit'>>;
};

/** The names of all places and items that this phone knows, closed ones too: old records speak of them. */
export async function names({ database }: PhoneStore): Promise<Names> {
  const { placeName, checkpoint, item, returnable } = database;
  return database.transaction('r', [placeName, checkpoint, item, returnable], async () => {
    const [named, whole, items, carried] = await Promise.all([
      placeName.toArray(),
      checkpoint.toArray(),
      item.toArray(),
      returnable.toArray(),
    ]);
    const returnables = carried.map(({ id, body }) => ({ id, body: { ...body, unit: '' } }));
    return {
      placesById: new Map(
        [...named, ...whole].map(({ id, body: { name, otherNames, code } }) => [id, { name, otherNames, code }]),
      ),
      itemsById: new Map([...items, ...returnables].map(({ id, body: { name, unit } }) => [id, { name, unit }])),
    };
  });
}
