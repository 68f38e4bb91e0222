import type { AvailabilityFields } from '#domain/availability.ts';
import type { Named } from '#domain/other-names.ts';
import type { PlaceNameBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { StoredRow } from '../database.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** When the holder of this phone said to be free, and what there is to choose from. */
export type OwnAvailability = {
  readonly member: RowId;
  readonly said: AvailabilityFields | null;
  /** Open ones, by when they begin. */
  readonly windows: readonly StoredRow<'mealWindow'>[];
  /** Kitchens and checkpoints that this phone knows by name: the places from which somebody may start. */
  readonly kitchens: readonly (Named & { readonly id: RowId })[];
  readonly checkpoints: readonly (PlaceNameBody & { readonly id: RowId })[];
};

/** Null for a phone that is nobody's. */
export async function ownAvailability({ database }: PhoneStore): Promise<OwnAvailability | null> {
  const { meta, availability, mealWindow, kitchen, placeName, checkpoint } = database;
  return database.transaction('r', [meta, availability, mealWindow, kitchen, placeName, checkpoint], async () => {
    const identity = await readMeta(database, 'identity');
    if (identity === undefined) return null;
    const [row, windows, kitchens, named, whole] = await Promise.all([
      availability.get(identity.member),
      mealWindow.toArray(),
      kitchen.toArray(),
      placeName.toArray(),
      checkpoint.toArray(),
    ]);
    const places = new Map(
      [...named, ...whole].map(({ id, body }) => [
        id,
        { id, name: body.name, otherNames: body.otherNames, code: body.code },
      ]),
    );
    return {
      member: identity.member,
      said: row === undefined ? null : fieldsOf(row.body),
      windows: windows
        .filter(({ body }) => body.status === 'open')
        .toSorted((a, b) => a.body.startMinute - b.body.startMinute),
      kitchens: kitchens.filter(({ body }) => body.status === 'open').map(({ id, body }) => ({ id, ...body })),
      checkpoints: [...places.values()].toSorted((a, b) => Number(a.code) - Number(b.code)),
    };
  });
}

function fieldsOf({ kitchen, checkpoint, weekly, days }: AvailabilityFields): AvailabilityFields {
  return { kitchen, checkpoint, weekly, days };
}
