import type { Sha256, Sign } from '#lib/ports.ts';
import { type Acknowledgement, acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { toBytes } from '#protocol/canonical.ts';
import { type Credential, CREDENTIAL_LIFE_MS, credentialSchema } from '#protocol/credential.ts';
import { type Signed, state } from '#protocol/signed.ts';
import { type AnswerBody, answerBodySchema, type SyncAnswer } from '#protocol/sync-answer.ts';
import { SUITE } from '#protocol/version.ts';
import type { DeviceRecord } from '../storage/port.ts';

/** The server's voice: its organisation and its signing key. */
export type Voice = { readonly organisation: string; readonly sha256: Sha256; readonly sign: Sign };

export type Standing = Pick<
  Acknowledgement,
  'device' | 'nonce' | 'epoch' | 'storedThrough' | 'headHash' | 'backedUpThrough' | 'serverAt'
>;

/** A whole answer: the body's bytes, and the signed acknowledgement that names their hash. */
export async function signAnswer(voice: Voice, standing: Standing, body: AnswerBody): Promise<SyncAnswer> {
  const bytes = toBytes(answerBodySchema, body);
  return { acknowledgement: await acknowledge(voice, standing, bytes), body: bytes };
}

/** The acknowledgement over some body's bytes. */
export async function acknowledge(voice: Voice, standing: Standing, body: Uint8Array): Promise<Signed> {
  const acknowledgement: Acknowledgement = {
    purpose: 'dastarkhan-acknowledgement',
    suite: SUITE,
    organisation: voice.organisation,
    ...standing,
    bodyHash: voice.sha256(body),
  };
  return state(acknowledgementSchema, acknowledgement, voice.sign);
}

/** The role that a device's member has, or will have once they are confirmed. */
function roleOf(standing: DeviceRecord['standing']): Credential['role'] {
  const isAsIs = standing === 'driver' || standing === 'technicalSupport' || standing === 'coordinator';
  return isAsIs ? standing : 'organiser';
}

/** A new credential for a device as it stands now. */
export async function issueCredential(voice: Voice, device: DeviceRecord, now: number): Promise<Signed> {
  const credential: Credential = {
    purpose: 'dastarkhan-credential',
    suite: SUITE,
    organisation: voice.organisation,
    branch: device.branch,
    member: device.member,
    role: roleOf(device.standing),
    isWaiting: device.standing === 'waiting',
    device: device.device,
    signKey: device.signKey,
    agreeKey: device.agreeKey,
    issuedAt: now,
    expiresAt: now + CREDENTIAL_LIFE_MS,
  };
  return state(credentialSchema, credential, voice.sign);
}
