import { liveQuery } from 'dexie';
import { err, ok, type Result } from '#lib/result.ts';
import type { PhoneStore } from './phone-store.ts';
import { pictureStandings } from './queries/picture-standings.ts';
import type { HeldPicture } from './records.ts';
import { storageFailureOf } from './storage-failure.ts';

/** Pictures that wait on a phone at once: under five megabytes, and more than a week without a network brings. */
export const MAX_HELD_PICTURES = 40;

/** Keeps a picture until the server has it; its record is made after it, so that none is without. */
export async function keepPicture(
  { database, ports }: PhoneStore,
  hash: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<null, { readonly code: 'full' | 'tooMany' }>> {
  const picture = { hash, bytes: bytes.buffer, keptAt: ports.clock.now(), sentBytes: 0, notBefore: 0 };
  try {
    return await database.transaction('rw', database.pictures, async () => {
      if ((await database.pictures.count()) >= MAX_HELD_PICTURES) return err({ code: 'tooMany' });
      await database.pictures.put(picture);
      return ok(null);
    });
  } catch (cause) {
    if (storageFailureOf(cause) !== 'full') throw cause;
    return err({ code: 'full' });
  }
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

/** The server has it, or nobody wants it. */
export async function dropPicture({ database }: PhoneStore, hash: string): Promise<void> {
  await database.pictures.delete(hash);
}

/** Tells, now and at each change, how many pictures could be sent: their records are on the server. Ends with the page. */
export function watchPictures(store: PhoneStore, tell: (readyCount: number) => void): void {
  const ready = liveQuery(async () => (await pictureStandings(store)).filter(({ state }) => state === 'ready').length);
  // A memory that does not answer is told of by everything else on the page.
  ready.subscribe(tell, () => undefined);
}
