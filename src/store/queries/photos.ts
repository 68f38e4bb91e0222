import type { Body } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

/** A photo that nobody has taken away; `isHere` while its picture lies on this phone, since the server has not said that it has it. */
export type KnownPhoto = { readonly id: RowId; readonly body: Body<'photo'>; readonly isHere: boolean };

/** The photos of a run, the first one first. */
export async function photosOfRun({ database }: PhoneStore, run: string): Promise<readonly KnownPhoto[]> {
  const { pictures, photo } = database;
  return database.transaction('r', [pictures, photo], async () => {
    const rows = await photo.where('body.run').equals(run).toArray();
    const held = new Set(rows.length === 0 ? [] : await pictures.toCollection().primaryKeys());
    return rows
      .filter(({ body }) => body.status !== 'withdrawn')
      .toSorted((a, b) => a.body.takenAt - b.body.takenAt)
      .map(({ id, body }) => ({ id, body, isHere: held.has(body.hash) }));
  });
}
