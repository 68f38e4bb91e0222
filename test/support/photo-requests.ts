import { assert } from '#lib/assert.ts';
import type { RowId } from '#domain/scalars.ts';
import { photoHashOf, stripJpeg } from '#protocol/bare-jpeg.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import {
  photoAnswerSchema,
  type PhotoRequest,
  photoRequestSchema,
  type PictureStanding,
  pictureStandingSchema,
  shownPhotoSchema,
} from '#protocol/photo.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import { readAcknowledgement, readRefusal, signedPost } from './phone-requests.ts';
import type { TestPhone } from './test-phone.ts';
import { TODAY } from './test-plan.ts';
import type { TestServer } from './test-server.ts';
import { CANVAS_JPEG, withCoded } from './tiny-jpeg.ts';

/** A picture of so many bytes, each number another one. */
export function pictureOf(byteCount: number, number = 1): Uint8Array {
  const bare = stripJpeg(CANVAS_JPEG) ?? new Uint8Array();
  return withCoded(bare, new Uint8Array(Math.max(0, byteCount - bare.length)).fill(number));
}

/** Records that there is a photo of a delivery; gives its row. */
export function writePhoto(
  phone: TestPhone,
  of: { readonly delivery: RowId; readonly run: RowId | null },
  picture: Uint8Array,
  hash = photoHashOf(sha256, picture),
): RowId {
  const args = { ...of, on: TODAY, hash, byteCount: picture.length };
  return phone.rowId(phone.write({ name: 'photoAdd', args }));
}

type Piece = Partial<Pick<PhotoRequest, 'offset' | 'piece' | 'credential'>>;

async function ask(server: TestServer, phone: TestPhone, path: string, photo: RowId, piece: Piece) {
  const nonce = nodeRandom.bytes(16);
  const empty = { offset: 0, piece: new Uint8Array(), credential: null };
  const request = { version: PROTOCOL_VERSION, device: phone.device, nonce, photo, ...empty, ...piece };
  const by = { sign: phone.sign, keyId: phone.device, createdAtSeconds: server.clock.now() / 1000, challenge: null };
  const init = await signedPost(toBytes(photoRequestSchema, request), by, {}, path);
  return { nonce, response: await server.app().request(path, init) };
}

/** One request, and what the server says in its own name; a refusal by its code. */
export async function bring(
  server: TestServer,
  phone: TestPhone,
  photo: RowId,
  piece: Piece = {},
): Promise<PictureStanding | string> {
  const { nonce, response } = await ask(server, phone, '/api/photo', photo, piece);
  if (response.status !== 200) return (await readRefusal(response)).code;
  const answer = fromBytes(photoAnswerSchema, new Uint8Array(await response.arrayBuffer()));
  assert(answer.ok, 'an answer has its shape');
  const { publicKey: serverKey, organisation } = await server.engine().founding();
  const expected = { serverKey, nonce, organisation, device: phone.device };
  await readAcknowledgement(answer.value.acknowledgement, expected, answer.value.body);
  const standing = fromBytes(pictureStandingSchema, answer.value.body);
  assert(standing.ok, 'a standing has its shape');
  return standing.value;
}

/** All of a picture, in pieces of this length. */
export async function bringAll(
  server: TestServer,
  phone: TestPhone,
  photo: RowId,
  picture: Uint8Array,
  pieceLength = 32_768,
): Promise<PictureStanding | string> {
  let last: PictureStanding | string = 'nothing';
  for (let offset = 0; offset < picture.length; offset += pieceLength)
    last = await bring(server, phone, photo, { offset, piece: picture.slice(offset, offset + pieceLength) });
  return last;
}

/** The picture as an organiser's phone is shown it, or the code of the refusal. */
export async function show(
  server: TestServer,
  phone: TestPhone,
  photo: RowId,
  piece: Piece = {},
): Promise<Uint8Array | string> {
  const { response } = await ask(server, phone, '/api/photo/show', photo, piece);
  if (response.status !== 200) return (await readRefusal(response)).code;
  const shown = fromBytes(shownPhotoSchema, new Uint8Array(await response.arrayBuffer()));
  assert(shown.ok, 'what is shown has its shape');
  return shown.value.picture;
}
