import { assert } from '#lib/assert.ts';
import { originOfRow } from '#domain/context.ts';
import type { Body } from '#domain/rows.ts';
import { photoHashOf, readPicture } from '#protocol/bare-jpeg.ts';
import { toBytes } from '#protocol/canonical.ts';
import { type PhotoAnswer, type PhotoRequest, type PictureStanding, pictureStandingSchema } from '#protocol/photo.ts';
import type { DeviceRecord, PictureRow, Storage, Transaction } from '../storage/port.ts';
import { acknowledge, type Voice } from '../sync/answer.ts';
import { readEpoch } from '../sync/epoch.ts';
import { PICTURES_A_DAY, PICTURES_KEPT } from './bounds.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A piece of a picture, and who brings it. */
export type Bringing = { readonly request: PhotoRequest; readonly device: DeviceRecord; readonly now: number };

/**
 * Takes in a piece of a photo's picture, and says how far all of it has come (SPEC 13.3). Brought again it changes nothing.
 */
export async function takePicture(storage: Storage, voice: Voice, bringing: Bringing): Promise<PhotoAnswer> {
  const { request, device: told, now } = bringing;
  const { standing, epoch, device } = await storage.transact(told.branch, async (transaction) => ({
    standing: await take(transaction, voice, bringing),
    epoch: await readEpoch(transaction),
    device: (await transaction.device(told.device)) ?? told,
  }));
  const body = toBytes(pictureStandingSchema, standing);
  const { storedThrough, headHash } = device;
  const backedUpThrough = Math.min(device.backedUpThrough, storedThrough);
  assert(epoch !== undefined, 'a database that takes pictures in has begun its life');
  const log = { epoch, storedThrough, headHash, backedUpThrough };
  const said = { device: device.device, nonce: request.nonce, ...log, serverAt: now };
  return { acknowledgement: await acknowledge(voice, said, body), body };
}

async function take(
  transaction: Transaction,
  voice: Voice,
  { request, device, now }: Bringing,
): Promise<PictureStanding> {
  const { photo, offset, piece } = request;
  if (originOfRow(photo)?.device !== device.device || device.revokedAfter !== null)
    return { received: 0, state: 'gone' };
  const [row] = await transaction.rows([{ kind: 'photo', id: photo }]);
  if (row === undefined) return { received: 0, state: 'later' };
  const body = row.body === null ? null : (JSON.parse(row.body) as Body<'photo'>);
  if (body === null || body.status === 'withdrawn') return { received: 0, state: 'gone' };
  const here = await transaction.picture(photo);
  const received = here?.bytes.length ?? 0;
  if (here?.isWhole === true) return { received, state: 'whole' };
  if (here === undefined && !(await hasRoom(transaction, device, now))) return { received, state: 'later' };
  if (piece.length === 0 || offset !== received) return { received, state: 'more' };
  const bytes = joined(here?.bytes ?? new Uint8Array(), piece);
  const picture = { photo, device: device.device, bytes, isWhole: false, begunAt: here?.begunAt ?? now };
  return keep(transaction, voice, picture, body);
}

async function hasRoom(transaction: Transaction, { device }: DeviceRecord, now: number): Promise<boolean> {
  const { kept, recent } = await transaction.pictureCount(device, now - DAY_MS);
  return kept < PICTURES_KEPT && recent < PICTURES_A_DAY;
}

/** What is whole is looked through before anybody can be shown it; what is none of what was promised goes at once. */
async function keep(
  transaction: Transaction,
  { sha256 }: Voice,
  picture: PictureRow,
  { byteCount, hash }: Body<'photo'>,
): Promise<PictureStanding> {
  const received = picture.bytes.length;
  if (received < byteCount) {
    await transaction.writePicture(picture);
    return { received, state: 'more' };
  }
  if (received > byteCount || photoHashOf(sha256, picture.bytes) !== hash || !readPicture(picture.bytes).ok) {
    await transaction.removePictures([picture.photo]);
    return { received: 0, state: 'refused' };
  }
  await transaction.writePicture({ ...picture, isWhole: true });
  return { received, state: 'whole' };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
