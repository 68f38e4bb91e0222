import { originOfRow } from '#domain/context.ts';
import type { Body } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { readMeta, readPosition } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/**
 * A picture that lies on this phone. `waits` for its record to be on the server, `ready` to be sent, `unwanted`: it was
 * withdrawn; `nameless`: no record names it, or none does yet.
 */
export type PictureStanding =
  | {
      readonly hash: string;
      readonly state: 'waits' | 'ready' | 'unwanted';
      readonly photo: RowId;
      readonly body: Body<'photo'>;
    }
  | { readonly hash: string; readonly state: 'nameless' };

/** A picture that somebody wants and the server does not have: it would go with this phone. */
export type WaitingPicture = Exclude<PictureStanding, { readonly state: 'nameless' }>;

export async function waitingPictures(store: PhoneStore): Promise<readonly WaitingPicture[]> {
  return (await pictureStandings(store)).flatMap((one) =>
    one.state === 'waits' || one.state === 'ready' ? [one] : [],
  );
}

/** Every picture that the server does not have yet, without its bytes. */
export async function pictureStandings({ database }: PhoneStore): Promise<readonly PictureStanding[]> {
  const { pictures, photo, meta } = database;
  return database.transaction('r', [pictures, photo, meta], async () => {
    const hashes = await pictures.toCollection().primaryKeys();
    if (hashes.length === 0) return [];
    const [identity, position] = await Promise.all([readMeta(database, 'identity'), readPosition(database)]);
    const rows = await photo.where('body.hash').anyOf(hashes).toArray();
    return hashes.map((hash): PictureStanding => {
      const own = rows.filter(({ id, body }) => body.hash === hash && originOfRow(id)?.device === identity?.device);
      const row = own.find(({ body }) => body.status !== 'withdrawn') ?? own[0];
      if (row === undefined) return { hash, state: 'nameless' };
      const isOnServer = (originOfRow(row.id)?.mutationNumber ?? 0) <= position.acknowledgedThrough;
      const state = row.body.status === 'withdrawn' ? 'unwanted' : isOnServer ? 'ready' : 'waits';
      return { hash, state, photo: row.id, body: row.body };
    });
  });
}
