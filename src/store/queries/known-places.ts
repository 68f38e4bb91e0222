import type { PlaceNameBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

export type KnownPlaceName = PlaceNameBody & { readonly id: RowId };

/** The open places that something can be brought to, by name: those of this phone's runs and the short list of all. */
export async function knownPlaces({ database }: PhoneStore): Promise<readonly KnownPlaceName[]> {
  const { placeName, checkpoint } = database;
  return database.transaction('r', [placeName, checkpoint], async () => {
    const [named, whole] = await Promise.all([placeName.toArray(), checkpoint.toArray()]);
    const open = [...named, ...whole.filter(({ body }) => body.status === 'open')];
    const placesById = new Map(
      open.map(({ id, body: { name, otherNames, code } }) => [id, { id, name, otherNames, code }]),
    );
    return [...placesById.values()].toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  });
}
