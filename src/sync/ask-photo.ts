import type { Sign } from '#lib/ports.ts';
import { err, type Result } from '#lib/result.ts';
import type { RowId } from '#domain/scalars.ts';
import { toBytes } from '#protocol/canonical.ts';
import { photoRequestSchema } from '#protocol/photo.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { storedKeys } from '#store/enrolment.ts';
import type { Identity } from '#store/identity.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { sha256 } from '#store/sha256.ts';
import type { RoundPorts } from './ask.ts';
import { gzip } from './gzip.ts';
import type { PostFailure } from './post.ts';
import { signedPost } from './signed-post.ts';
import { signWith } from './web-crypto.ts';

const NONCE_BYTES = 16;
const NOTHING = new Uint8Array();

/** Whose hand asks about photos. */
export type PhotoAsker = { readonly identity: Identity; readonly sign: Sign };

/** Null before enrolment. */
export async function photoAsker(store: PhoneStore): Promise<PhotoAsker | null> {
  const [identity, keys] = await Promise.all([store.identity(), storedKeys(store)]);
  return identity === null || keys === null ? null : { identity, sign: signWith(keys.sign.privateKey) };
}

/** One signed request about a photo (SPEC 13.2); a server that has forgotten this phone is shown its credential. */
export async function askPhoto(
  path: '/api/photo' | '/api/photo/show',
  { identity, sign }: PhotoAsker,
  about: { readonly photo: RowId; readonly offset?: number; readonly piece?: Uint8Array },
  ports: RoundPorts,
): Promise<Result<{ readonly bytes: Uint8Array; readonly nonce: Uint8Array }, PostFailure>> {
  const nonce = ports.random.bytes(NONCE_BYTES);
  const { device } = identity;
  const what = { version: PROTOCOL_VERSION, device, nonce, offset: 0, piece: NOTHING, ...about };
  const send = async (credential: Identity['credential'] | null) => {
    const body = await gzip(toBytes(photoRequestSchema, { ...what, credential }));
    return signedPost(path, body, { device, sign, sha256, clock: ports.clock }, ports.network);
  };
  const first = await send(null);
  const isForgotten = !first.ok && first.error.code === 'problem' && first.error.problem.code === 'unknownDevice';
  const answer = isForgotten ? await send(identity.credential) : first;
  return answer.ok ? { ok: true, value: { bytes: answer.value, nonce } } : err(answer.error);
}
