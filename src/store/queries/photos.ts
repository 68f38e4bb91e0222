import type { Body } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/**
 * A photo that nobody has taken away; `isHere` while its picture lies on this phone; `hasArrived` when the server has signed
 * to this phone that it has it.
 */
export type KnownPhoto = {
  readonly id: RowId;
  readonly body: Body<'photo'>;
  readonly isHere: boolean;
  readonly hasArrived: boolean;
};

/** The photos of a run, the first one first. */
export async function photosOfRun({ database }: PhoneStore, run: string): Promise<readonly KnownPhoto[]> {
  const { pictures, photo, meta } = database;
  return database.transaction('r', [pictures, photo, meta], async () => {
    const rows = await photo.where('body.run').equals(run).toArray();
    const held = new Set(rows.length === 0 ? [] : await pictures.toCollection().primaryKeys());
    const arrived = new Set(rows.length === 0 ? [] : await readMeta(database, 'arrivedPictures'));
    return rows
      .filter(({ body }) => body.status !== 'withdrawn')
      .toSorted((a, b) => a.body.takenAt - b.body.takenAt)
      .map(({ id, body }) => ({ id, body, isHere: held.has(body.hash), hasArrived: arrived.has(body.hash) }));
  });
}
