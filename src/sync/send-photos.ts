import { fromBytes } from '#protocol/canonical.ts';
import { MAX_PHOTO_BYTES } from '#domain/photo.ts';
import type { RowId } from '#domain/scalars.ts';
import { photoAnswerSchema, PIECE_BYTES, type PictureStanding, pictureStandingSchema } from '#protocol/photo.ts';
import { dropPicture, heldPicture, notePicture, pictureArrived } from '#store/pictures.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { pictureStandings } from '#store/queries/picture-standings.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import type { HeldPicture } from '#store/records.ts';
import type { RoundPorts } from './ask.ts';
import { askPhoto, type PhotoAsker, photoAsker } from './ask-photo.ts';
import { believeBody } from './believe-body.ts';
import type { Lock } from './lock.ts';

export type PhotoPorts = RoundPorts & { readonly lock: Lock };

const LOCK_LIMIT_MS = 5_000;
/** The server said "later": its bounds are those of a day. */
const LATER_MS = 60 * 60 * 1000;
/** A picture whose record was not made meanwhile never gets one. */
const NAMELESS_MS = 60 * 60 * 1000;
/** Every piece of the longest picture, each of them asked for twice. */
const MAX_PIECES = 2 * Math.ceil(MAX_PHOTO_BYTES / PIECE_BYTES);

/**
 * Sends the pictures whose records the server has, a piece at a time, and stands aside as soon as there is a record to send.
 * Gives how many are left that could be sent.
 */
export async function sendPhotos(store: PhoneStore, ports: PhotoPorts): Promise<number> {
  const before = await readyOnes(store);
  const sent = await ports.lock('photos', LOCK_LIMIT_MS, async () => {
    await sweep(store, ports);
    const asker = await photoAsker(store);
    if (asker === null) return;
    for (const { hash, photo } of before) {
      const picture = await heldPicture(store, hash);
      if (picture === undefined || picture.notBefore > ports.clock.now()) continue;
      if ((await bring(store, asker, { picture, photo }, ports)) === 'notNow') return;
    }
  });
  return sent.ok ? (await readyOnes(store)).length : before.length;
}

async function readyOnes(store: PhoneStore): Promise<readonly { readonly hash: string; readonly photo: RowId }[]> {
  return (await pictureStandings(store)).flatMap((one) => (one.state === 'ready' ? [one] : []));
}

async function sweep(store: PhoneStore, { clock }: PhotoPorts): Promise<void> {
  for (const { hash, state } of await pictureStandings(store)) {
    const isForgotten =
      state === 'nameless' && ((await heldPicture(store, hash))?.keptAt ?? 0) + NAMELESS_MS < clock.now();
    if (state === 'unwanted' || isForgotten) await dropPicture(store, hash);
  }
}

/** `notNow`: no answer that is the server's, or a record to send first: the other pictures would fare no better. */
async function bring(
  store: PhoneStore,
  asker: PhotoAsker,
  { picture, photo }: { readonly picture: HeldPicture; readonly photo: RowId },
  ports: PhotoPorts,
): Promise<'done' | 'notNow'> {
  const { hash, bytes } = picture;
  let offset = picture.sentBytes;
  for (let count = 0; count < MAX_PIECES; count += 1) {
    if ((await unsentCount(store)).unsent > 0) return 'notNow';
    const piece = new Uint8Array(bytes.slice(offset, offset + PIECE_BYTES));
    const said = await askForPiece(asker, { photo, offset, piece }, ports);
    if (said.state === 'notNow') {
      if (said.waitMs !== null) await notePicture(store, hash, { notBefore: ports.clock.now() + said.waitMs });
      return 'notNow';
    }
    if (said.state === 'whole' || said.state === 'refused' || said.state === 'gone') {
      await (said.state === 'whole' ? pictureArrived : dropPicture)(store, hash);
      return 'done';
    }
    if (said.state === 'later') {
      await notePicture(store, hash, { notBefore: ports.clock.now() + LATER_MS });
      return 'done';
    }
    offset = said.received;
    await notePicture(store, hash, { sentBytes: offset });
  }
  return 'notNow';
}

/** `waitMs`: as long as the server, or what stands before it, asked to wait. */
type NotNow = { readonly state: 'notNow'; readonly waitMs: number | null };
const NOT_NOW: NotNow = { state: 'notNow', waitMs: null };

async function askForPiece(
  asker: PhotoAsker,
  about: { readonly photo: RowId; readonly offset: number; readonly piece: Uint8Array },
  ports: PhotoPorts,
): Promise<PictureStanding | NotNow> {
  const asked = await askPhoto('/api/photo', asker, about, ports);
  if (!asked.ok) return asked.error.code === 'problem' ? { ...NOT_NOW, waitMs: asked.error.retryAfterMs } : NOT_NOW;
  const answer = fromBytes(photoAnswerSchema, asked.value.bytes);
  if (!answer.ok) return NOT_NOW;
  const { identity } = asker;
  const said = await believeBody(answer.value, { device: identity.device, nonce: asked.value.nonce, identity });
  const standing = fromBytes(pictureStandingSchema, answer.value.body);
  return said !== null && standing.ok ? standing.value : NOT_NOW;
}
