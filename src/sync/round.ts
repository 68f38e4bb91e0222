import { isSameBytes } from '#lib/bytes.ts';
import type { Clock, Random } from '#lib/ports.ts';
import { acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { CREDENTIAL_LIFE_MS, credentialSchema } from '#protocol/credential.ts';
import { sealSegment, type Segment } from '#protocol/segment.ts';
import { readSigned, type Signed } from '#protocol/signed.ts';
import { answerBodySchema, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { type SyncRequest, syncRequestSchema } from '#protocol/sync-request.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { applyAnswer, type VerifiedAnswer } from '#store/apply-answer.ts';
import { storedKeys } from '#store/enrolment.ts';
import { forget } from '#store/forget.ts';
import type { Identity } from '#store/identity.ts';
import { type Offer, readOffer } from '#store/offer.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { sha256 } from '#store/sha256.ts';
import { gzip } from './gzip.ts';
import { identityOf } from './identity-of.ts';
import type { Network, PostFailure } from './post.ts';
import { signedPost } from './signed-post.ts';
import type { Trouble } from './sync-state.ts';
import { signWith, verify } from './web-crypto.ts';

export type RoundPorts = { readonly network: Network; readonly clock: Clock; readonly random: Random };

export type RoundResult =
  | { readonly type: 'done'; readonly isMore: boolean }
  | { readonly type: 'failed'; readonly trouble: Trouble; readonly retryAfterMs: number | null }
  /** Not enrolled: there is nobody to speak for. */
  | { readonly type: 'nobody' };

const SYNC_PATH = '/api/sync';
const NONCE_BYTES = 16;

/** One round trip: what is new goes up, what became of it and what is new there comes down (SPEC 6 to 8). */
export async function performRound(store: PhoneStore, batchBytes: number, ports: RoundPorts): Promise<RoundResult> {
  const [identity, keys] = await Promise.all([store.identity(), storedKeys(store)]);
  if (identity === null || keys === null) return { type: 'nobody' };
  const offer = await readOffer(store, batchBytes);
  const sign = signWith(keys.sign.privateKey);
  const log = { organisation: identity.organisation, device: identity.device };
  const segment =
    offer.slice === null
      ? null
      : await sealSegment(log, { ...offer.slice, entries: [...offer.slice.entries] }, { sha256, sign });
  const isRenewalDue = identity.credentialExpiresAt - ports.clock.now() < CREDENTIAL_LIFE_MS / 2;
  const nonce = ports.random.bytes(NONCE_BYTES);
  const asking = { identity, offer, segment, nonce };
  const ask = async (credential: Signed | null) => {
    const request = requestOf(asking, credential, ports.clock);
    const body = await gzip(toBytes(syncRequestSchema, request));
    return signedPost(SYNC_PATH, body, { device: identity.device, sign, sha256, clock: ports.clock }, ports.network);
  };
  const first = await ask(isRenewalDue ? identity.credential : null);
  const isForgotten = !first.ok && first.error.code === 'problem' && first.error.problem.code === 'unknownDevice';
  const answer = isForgotten ? await ask(identity.credential) : first;
  if (!answer.ok) return failed(answer.error);
  const verified = await believe(answer.value, asking);
  if (verified === undefined) return { type: 'failed', trouble: 'notOurServer', retryAfterMs: null };
  return take(store, verified, offer);
}

type Asking = {
  readonly identity: Identity;
  readonly offer: Offer;
  readonly segment: Segment | null;
  readonly nonce: Uint8Array;
};

function requestOf({ identity, offer, segment, nonce }: Asking, credential: Signed | null, clock: Clock): SyncRequest {
  return {
    version: PROTOCOL_VERSION,
    device: identity.device,
    nonce,
    sentAt: clock.now(),
    epoch: offer.epoch,
    cursor: offer.cursor,
    scope: offer.position.scope,
    acknowledgedThrough: offer.position.acknowledgedThrough,
    segment,
    wantsOwnRows: offer.wantsOwnRows,
    asked: [...offer.asked],
    credential,
  };
}

/** The answer, if all of it is the enrolled server's, to this phone, for this very request (SPEC 7.1). */
async function believe(bytes: Uint8Array, asking: Asking): Promise<VerifiedAnswer | undefined> {
  const { identity, offer, segment, nonce } = asking;
  const answer = fromBytes(syncAnswerSchema, bytes);
  if (!answer.ok) return undefined;
  const acknowledgement = await readSigned(
    acknowledgementSchema,
    answer.value.acknowledgement,
    identity.serverKey,
    verify,
  );
  if (!acknowledgement.ok) return undefined;
  const said = acknowledgement.value;
  const isForThis =
    said.organisation === identity.organisation && said.device === identity.device && isSameBytes(said.nonce, nonce);
  if (!isForThis || !isSameBytes(said.bodyHash, sha256(answer.value.body))) return undefined;
  const body = fromBytes(answerBodySchema, answer.value.body);
  if (!body.ok) return undefined;
  const offered =
    segment === null ? null : { through: segment.firstNumber + segment.entries.length - 1, headHash: segment.headHash };
  return {
    acknowledgement: said,
    body: body.value,
    asked: { epoch: offer.epoch, cursor: offer.cursor, offered },
    identity: await renewed(identity, body.value.credential),
  };
}

async function renewed(identity: Identity, credential: Signed | null): Promise<Identity | null> {
  if (credential === null) return null;
  const read = await readSigned(credentialSchema, credential, identity.serverKey, verify);
  const isMine = read.ok && read.value.device === identity.device && read.value.organisation === identity.organisation;
  return isMine ? identityOf(read.value, credential, identity.serverKey) : null;
}

async function take(store: PhoneStore, answer: VerifiedAnswer, offer: Offer): Promise<RoundResult> {
  const applied = await applyAnswer(store, answer);
  switch (applied.type) {
    case 'applied': {
      // It hears and cannot speak: a person must know, round after round.
      const trouble = mutenessOf(answer, offer);
      if (trouble !== undefined) return { type: 'failed', trouble, retryAfterMs: null };
      const isMore = applied.isAgain || offer.hasMore;
      if (!isMore) await forget(store);
      return { type: 'done', isMore };
    }
    case 'stale':
      return { type: 'done', isMore: false };
    case 'forked':
    case 'revoked':
      return { type: 'failed', trouble: applied.type, retryAfterMs: null };
    case 'tooNew':
      return { type: 'failed', trouble: 'tooOld', retryAfterMs: null };
  }
}

function mutenessOf({ body }: VerifiedAnswer, { position }: Offer): Trouble | undefined {
  if (position.isForked) return 'forked';
  return body.oldestPushVersion > PROTOCOL_VERSION ? 'tooOld' : undefined;
}

function failed(failure: PostFailure): RoundResult {
  if (failure.code !== 'problem') return { type: 'failed', trouble: failure.code, retryAfterMs: null };
  const { code } = failure.problem;
  const trouble: Trouble =
    code === 'busy' || code === 'tooManyRequests' ? 'busy' : code === 'unsupportedVersion' ? 'tooOld' : 'fault';
  return { type: 'failed', trouble, retryAfterMs: failure.retryAfterMs };
}
