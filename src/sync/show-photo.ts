import type { RowId } from '#domain/scalars.ts';
import { bytesToBase32 } from '#lib/base32.ts';
import { readPicture } from '#protocol/bare-jpeg.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { shownPhotoSchema } from '#protocol/photo.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { heldPicture } from '#store/pictures.ts';
import type { RoundPorts } from './ask.ts';
import { askPhoto, photoAsker } from './ask-photo.ts';
import { digest } from './web-crypto.ts';

/** `notThere`: it has not arrived yet, or is gone. `unreachable`: nobody answered, or nobody of ours. */
export type ShownPhoto =
  | { readonly type: 'shown'; readonly picture: Uint8Array<ArrayBuffer> }
  | { readonly type: 'notThere' | 'unreachable' };

/** A photo's picture: from this phone while it lies here, else from the server; only if it is the one that the record names. */
export async function showPhoto(store: PhoneStore, photo: RowId, hash: string, ports: RoundPorts): Promise<ShownPhoto> {
  const held = await heldPicture(store, hash);
  if (held !== undefined) return { type: 'shown', picture: new Uint8Array(held.bytes) };
  const asker = await photoAsker(store);
  if (asker === null) return { type: 'unreachable' };
  const answer = await askPhoto('/api/photo/show', asker, { photo }, ports);
  if (!answer.ok) {
    const isGone = answer.error.code === 'problem' && answer.error.problem.code === 'notFound';
    return { type: isGone ? 'notThere' : 'unreachable' };
  }
  const shown = fromBytes(shownPhotoSchema, answer.value.bytes);
  if (!shown.ok || !(await isNamed(shown.value.picture, hash))) return { type: 'unreachable' };
  return { type: 'shown', picture: Uint8Array.from(shown.value.picture) };
}

async function isNamed(picture: Uint8Array, hash: string): Promise<boolean> {
  return bytesToBase32(await digest(picture)) === hash && readPicture(picture).ok;
}
