import { isSameBytes } from '#lib/bytes.ts';
import { type Acknowledgement, acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { readSigned, type Signed } from '#protocol/signed.ts';
import type { Identity } from '#store/identity.ts';
import { digest, verify } from './web-crypto.ts';

/** The acknowledgement of a body, if it is the enrolled server's, of this device, for this very request (SPEC 7.1). */
export async function believeBody(
  answer: { readonly acknowledgement: Signed; readonly body: Uint8Array },
  asked: {
    readonly device: string;
    readonly nonce: Uint8Array;
    readonly identity: Pick<Identity, 'serverKey' | 'organisation'>;
  },
): Promise<Acknowledgement | null> {
  const { serverKey, organisation } = asked.identity;
  const said = await readSigned(acknowledgementSchema, answer.acknowledgement, serverKey, verify);
  if (!said.ok || !isSameBytes(said.value.nonce, asked.nonce)) return null;
  if (said.value.device !== asked.device || said.value.organisation !== organisation) return null;
  return isSameBytes(said.value.bodyHash, await digest(answer.body)) ? said.value : null;
}
