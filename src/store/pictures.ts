import { liveQuery } from 'dexie';
import { originOfRow } from '#domain/context.ts';
import { err, ok, type Result } from '#lib/result.ts';
import type { PhoneDatabase } from './database.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { PhoneStore } from './phone-store.ts';
import { pictureStandings } from './queries/picture-standings.ts';
import type { HeldPicture } from './records.ts';
import { storageFailureOf } from './storage-failure.ts';

/** Pictures that wait on a phone at once: under five megabytes, and more than a week without a network brings. */
export const MAX_HELD_PICTURES = 40;

/** Of so many of the last ones this phone still says that they are on the server: more than a day's. */
const MAX_ARRIVED = 100;

/** Keeps a picture until the server has it; its record is made after it, so that none is without. */
export async function keepPicture(
  { database, ports }: PhoneStore,
  hash: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<null, { readonly code: 'full' | 'tooMany' | 'twice' }>> {
  const picture = { hash, bytes: bytes.buffer, keptAt: ports.clock.now(), sentBytes: 0, notBefore: 0 };
  try {
    return await database.transaction('rw', [database.pictures, database.photo, database.meta], async () => {
      if (await isNamed(database, hash)) return err({ code: 'twice' });
      if ((await database.pictures.count()) >= MAX_HELD_PICTURES) return err({ code: 'tooMany' });
      await database.pictures.put(picture);
      return ok(null);
    });
  } catch (cause) {
    if (storageFailureOf(cause) !== 'full') throw cause;
    return err({ code: 'full' });
  }
}

/** One picture is sent for one photo: another photo that names it would never get its own. */
async function isNamed(database: PhoneDatabase, hash: string): Promise<boolean> {
  const [rows, identity] = await Promise.all([
    database.photo.where('body.hash').equals(hash).toArray(),
    readMeta(database, 'identity'),
  ]);
  return rows.some(({ id, body }) => body.status !== 'withdrawn' && originOfRow(id)?.device === identity?.device);
}

export async function heldPicture({ database }: PhoneStore, hash: string): Promise<HeldPicture | undefined> {
  return database.pictures.get(hash);
}

/** What the server said of it. */
export async function notePicture(
  { database }: PhoneStore,
  hash: string,
  said: Partial<Pick<HeldPicture, 'sentBytes' | 'notBefore'>>,
): Promise<void> {
  await database.pictures.update(hash, said);
}

/** The server does not take it, or nobody wants it. */
export async function dropPicture({ database }: PhoneStore, hash: string): Promise<void> {
  await database.pictures.delete(hash);
}

/** The server has signed that all of it is there. */
export async function pictureArrived({ database }: PhoneStore, hash: string): Promise<void> {
  await database.transaction('rw', [database.pictures, database.meta], async () => {
    const before = (await readMeta(database, 'arrivedPictures')) ?? [];
    await writeMeta(database, 'arrivedPictures', [...before, hash].slice(-MAX_ARRIVED));
    await database.pictures.delete(hash);
  });
}

/** Tells, now and at each change, which pictures could be sent or swept, and which of it: all but those that wait for their record. */
export function watchPictures(store: PhoneStore, tell: (due: readonly string[]) => void): void {
  const due = liveQuery(async () =>
    (await pictureStandings(store)).flatMap(({ hash, state }) => (state === 'waits' ? [] : [`${state} ${hash}`])),
  );
  // A memory that does not answer is told of by everything else on the page.
  due.subscribe(tell, () => undefined);
}
