import type { Clock, Random, Sign } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { CREDENTIAL_LIFE_MS, credentialSchema } from '#protocol/credential.ts';
import type { Segment } from '#protocol/segment.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { readSigned, type Signed } from '#protocol/signed.ts';
import { answerBodySchema, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { type SyncRequest, syncRequestSchema } from '#protocol/sync-request.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { type ReadPage, readSteps } from '#store/apply/page-step.ts';
import type { VerifiedAnswer } from '#store/apply-answer.ts';
import type { Identity } from '#store/identity.ts';
import type { Offer } from '#store/offer.ts';
import { sha256 } from '#store/sha256.ts';
import { believeBody } from './believe-body.ts';
import { gzip } from './gzip.ts';
import { identityOf } from './identity-of.ts';
import type { Network, PostFailure } from './post.ts';
import { signedPost } from './signed-post.ts';
import type { Trouble } from './sync-state.ts';
import { verify } from './web-crypto.ts';

export type RoundPorts = { readonly network: Network; readonly clock: Clock; readonly random: Random };

/** What one request says, and who says it. */
export type Asking = {
  readonly identity: Identity;
  readonly offer: Offer;
  /** The offer's slice, sealed. */
  readonly segment: Segment | null;
};

export type AskFailure = {
  readonly type: 'failed';
  readonly trouble: Trouble;
  readonly retryAfterMs: number | null;
};

/** An answer that is believed, and its page: read when it came, since the disk may still be busy with the one before. */
export type Heard = VerifiedAnswer & { readonly steps: ReadPage };

const SYNC_PATH = '/api/sync';
const NONCE_BYTES = 16;

/** Sends one request, and gives the answer if it is the enrolled server's beyond doubt. Nothing is changed here. */
export async function ask(asking: Asking, sign: Sign, ports: RoundPorts): Promise<Result<Heard, AskFailure>> {
  const { identity } = asking;
  const isRenewalDue = identity.credentialExpiresAt - ports.clock.now() < CREDENTIAL_LIFE_MS / 2;
  const nonce = ports.random.bytes(NONCE_BYTES);
  const send = async (credential: Signed | null) => {
    const request = { ...requestOf(asking, ports.clock), nonce, credential };
    const body = await gzip(toBytes(syncRequestSchema, request));
    return signedPost(SYNC_PATH, body, { device: identity.device, sign, sha256, clock: ports.clock }, ports.network);
  };
  const first = await send(isRenewalDue ? identity.credential : null);
  const isForgotten = !first.ok && first.error.code === 'problem' && first.error.problem.code === 'unknownDevice';
  const answer = isForgotten ? await send(identity.credential) : first;
  if (!answer.ok) return err(failed(answer.error));
  const verified = await believe(answer.value, asking, nonce);
  return verified === undefined ? err({ type: 'failed', trouble: 'notOurServer', retryAfterMs: null }) : ok(verified);
}

function requestOf({ identity, offer, segment }: Asking, clock: Clock): Omit<SyncRequest, 'nonce' | 'credential'> {
  return {
    version: PROTOCOL_VERSION,
    device: identity.device,
    sentAt: clock.now(),
    epoch: offer.epoch,
    cursor: offer.cursor,
    scope: offer.position.scope,
    acknowledgedThrough: offer.position.acknowledgedThrough,
    segment,
    wantsOwnRows: offer.wantsOwnRows,
    asked: [...offer.asked],
  };
}

/** The answer, if all of it is the enrolled server's, to this phone, for this very request (SPEC 7.1). */
async function believe(
  bytes: Uint8Array,
  { identity, offer, segment }: Asking,
  nonce: Uint8Array,
): Promise<Heard | undefined> {
  const answer = fromBytes(syncAnswerSchema, bytes);
  if (!answer.ok) return undefined;
  const said = await believeBody(answer.value, { device: identity.device, nonce, identity });
  if (said === null) return undefined;
  const body = fromBytes(answerBodySchema, answer.value.body);
  if (!body.ok) return undefined;
  const offered =
    segment === null ? null : { through: segment.firstNumber + segment.entries.length - 1, headHash: segment.headHash };
  return {
    acknowledgement: said,
    body: body.value,
    asked: { epoch: offer.epoch, cursor: offer.cursor, offered },
    identity: await renewed(identity, body.value.credential),
    steps: readSteps(body.value.page),
  };
}

async function renewed(identity: Identity, credential: Signed | null): Promise<Identity | null> {
  if (credential === null) return null;
  const read = await readSigned(credentialSchema, credential, identity.serverKey, verify);
  const isMine = read.ok && read.value.device === identity.device && read.value.organisation === identity.organisation;
  return isMine ? identityOf(read.value, credential, identity.serverKey) : null;
}

/** What a refusal or a silence means to a person. */
export function failed(failure: PostFailure): AskFailure {
  if (failure.code !== 'problem') return { type: 'failed', trouble: failure.code, retryAfterMs: null };
  const { code } = failure.problem;
  return { type: 'failed', trouble: TROUBLES[code] ?? 'fault', retryAfterMs: failure.retryAfterMs };
}

const TROUBLES: Readonly<Partial<Record<ProblemCode, Trouble>>> = {
  busy: 'busy',
  tooManyRequests: 'sentMuch',
  unsupportedVersion: 'tooOld',
};
