import { isSameBytes } from '#lib/bytes.ts';
import type { Clock } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type Acknowledgement, acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { type Credential, credentialSchema } from '#protocol/credential.ts';
import { enrolAnswerSchema } from '#protocol/enrolment.ts';
import { readSigned } from '#protocol/signed.ts';
import type { Identity } from '#store/identity.ts';
import type { PendingEnrolment } from '#store/pending-enrolment.ts';
import { FIRST_POSITION, type Position } from '#store/position.ts';
import { sha256 } from '#store/sha256.ts';
import { identityOf } from './identity-of.ts';
import { verify } from './web-crypto.ts';

/** What was asked, and what an honest answer must agree with. */
type Asked = { readonly pending: PendingEnrolment; readonly nonce: Uint8Array; readonly headHash: Uint8Array };

/** Takes an answer only if the key that the invite's offer named has signed all of it for this very request (SPEC 7.1). */
export async function believeEnrolAnswer(
  bytes: Uint8Array,
  asked: Asked,
  clock: Clock,
): Promise<Result<{ readonly identity: Identity; readonly position: Position }, { readonly code: 'notOurServer' }>> {
  const foreign = err({ code: 'notOurServer' } as const);
  const answer = fromBytes(enrolAnswerSchema, bytes);
  if (!answer.ok) return foreign;
  const { serverKey } = asked.pending;
  const acknowledgement = await readSigned(acknowledgementSchema, answer.value.acknowledgement, serverKey, verify);
  const credential = await readSigned(credentialSchema, answer.value.credential, serverKey, verify);
  if (!acknowledgement.ok || !credential.ok) return foreign;
  const isWhole = isSameBytes(acknowledgement.value.bodyHash, sha256(answer.value.credential.statement));
  if (!isWhole || !answersThis(acknowledgement.value, asked) || !isMine(credential.value, asked.pending))
    return foreign;
  const { epoch, serverAt } = acknowledgement.value;
  const position: Position = {
    ...FIRST_POSITION,
    epoch,
    acknowledgedThrough: 1,
    acknowledgedHash: asked.headHash,
    acknowledgedMarks: [{ through: 1, serverAt }],
    settled: [{ from: 1, to: 1 }],
    serverAt,
    heardAt: clock.now(),
  };
  return ok({ identity: identityOf(credential.value, answer.value.credential, serverKey), position });
}

function answersThis(acknowledgement: Acknowledgement, { pending, nonce, headHash }: Asked): boolean {
  return (
    isSameBytes(acknowledgement.nonce, nonce) &&
    acknowledgement.organisation === pending.organisation &&
    acknowledgement.device === pending.device &&
    acknowledgement.storedThrough === 1 &&
    isSameBytes(acknowledgement.headHash, headHash)
  );
}

function isMine(credential: Credential, pending: PendingEnrolment): boolean {
  return (
    credential.organisation === pending.organisation &&
    credential.device === pending.device &&
    isSameBytes(credential.signKey, pending.signKey) &&
    isSameBytes(credential.agreeKey, pending.agreeKey)
  );
}
