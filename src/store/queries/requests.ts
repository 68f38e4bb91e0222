import type { PlaceContactBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Request } from '#domain/views/requests.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What this phone may know of a place that asks: all of it, where it is, or its name. */
export type AskingPlace = Pick<PlaceContactBody, 'name' | 'otherNames' | 'code'> &
  Partial<Pick<PlaceContactBody, 'phone' | 'position'>>;

export type KnownRequests = {
  readonly requests: readonly Request[];
  readonly placesById: ReadonlyMap<RowId, AskingPlace>;
  /** Places that this phone knows to be closed now. */
  readonly closed: ReadonlySet<RowId>;
};

/** All requests that this phone holds, and what it knows of their places. */
export async function requests({ database }: PhoneStore): Promise<KnownRequests> {
  const { request, checkpoint, placeName, placeContact } = database;
  return database.transaction('r', [request, checkpoint, placeName, placeContact], async () => {
    const all = await request.toArray();
    const ids = [...new Set(all.map(({ body }) => body.checkpoint))];
    const [named, reached, whole] = await Promise.all([
      placeName.bulkGet(ids),
      placeContact.bulkGet(ids),
      checkpoint.bulkGet(ids),
    ]);
    const known = [...named, ...reached, ...whole].flatMap((row): readonly (readonly [RowId, AskingPlace])[] =>
      row === undefined ? [] : [[row.id, row.body]],
    );
    const closed = whole.flatMap((row) => (row?.body.status === 'closed' ? [row.id] : []));
    return { requests: all, placesById: new Map(known), closed: new Set(closed) };
  });
}
