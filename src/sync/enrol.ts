import { normaliseBase32 } from '#lib/base32.ts';
import { assert } from '#lib/assert.ts';
import type { Clock, Random } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import { type InviteOffer, enrolRequestSchema, inviteOfferSchema, inviteQuestionSchema } from '#protocol/enrolment.ts';
import { entryToBytes } from '#protocol/entry.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { sealSegment } from '#protocol/segment.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { dropEnrolment, enrolEntry, finishEnrolment, pendingEnrolment, storedKeys } from '#store/enrolment.ts';
import type { Identity } from '#store/identity.ts';
import type { PendingEnrolment } from '#store/pending-enrolment.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { sha256 } from '#store/sha256.ts';
import { storageFailureOf } from '#store/storage-failure.ts';
import { believeEnrolAnswer } from './enrol-answer.ts';
import { type Newcomer, prepareEnrolment } from './enrol-request.ts';
import type { Lock } from './lock.ts';
import { type Network, post, type PostFailure } from './post.ts';
import { hasCrypto, signWith } from './web-crypto.ts';

export type EnrolPorts = {
  readonly store: PhoneStore;
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly lock: Lock;
};

export type EnrolFailure = {
  readonly code:
    | ProblemCode
    | 'unreachable'
    | 'notOurServer'
    /** No secure context: keys cannot be made here. */
    | 'noCrypto'
    /** This browser lost or spoiled the keys when it stored them. */
    | 'keysNotKept'
    | 'alreadyEnrolled'
    /** Another window is enrolling at this moment. */
    | 'busyElsewhere'
    | 'full'
    | 'storageLost';
};

const LOCK_LIMIT_MS = 5_000;
const NONCE_BYTES = 16;

/** Refusals after which asking again with the same invite is of no use. */
const FINAL: readonly ProblemCode[] = [
  'inviteUnknown',
  'inviteUsed',
  'inviteRevoked',
  'inviteExpired',
  'wrongOrganisation',
];

/** Asks what an invite offers; consumes nothing (SPEC 5.5). The secret may be as a person typed it. */
export async function askInvite(secret: string, network: Network): Promise<Result<InviteOffer, EnrolFailure>> {
  const question = { version: PROTOCOL_VERSION, secret: normaliseBase32(secret) };
  const answer = await post('/api/invite', toBytes(inviteQuestionSchema, question), {}, network);
  if (!answer.ok) return err(failureOf(answer.error));
  const offer = fromBytes(inviteOfferSchema, answer.value);
  return offer.ok ? offer : err({ code: 'notOurServer' });
}

/**
 * Makes this phone a device of the member who is named (SPEC 5.5).
 *
 *   keys made, stored, read back, tried -> entry 1 stored -> POST -> answer verified -> identity stored
 *                                               `--answer lost, app closed: the same entry is sent again
 */
export async function enrol(newcomer: Newcomer, ports: EnrolPorts): Promise<Result<Identity, EnrolFailure>> {
  return guarded(ports, async () => {
    const prepared = await prepareEnrolment(newcomer, ports);
    return prepared.ok ? redeem(prepared.value, ports) : prepared;
  });
}

/** Asks again for an answer that did not come; null when nothing is waiting. */
export async function resumeEnrolment(ports: EnrolPorts): Promise<Result<Identity, EnrolFailure> | null> {
  const pending = await pendingEnrolment(ports.store);
  return pending === null ? null : guarded(ports, () => redeem(pending, ports));
}

type Outcome = Promise<Result<Identity, EnrolFailure>>;

async function guarded(ports: EnrolPorts, work: () => Outcome): Outcome {
  if (!hasCrypto()) return err({ code: 'noCrypto' });
  try {
    const locked = await ports.lock('enrol', LOCK_LIMIT_MS, async () =>
      (await ports.store.identity()) === null ? work() : err({ code: 'alreadyEnrolled' } as const),
    );
    return locked.ok ? locked.value : err({ code: 'busyElsewhere' });
  } catch (error) {
    const failure = storageFailureOf(error);
    if (failure === 'full') return err({ code: 'full' });
    if (failure === 'lost') return err({ code: 'storageLost' });
    throw error;
  }
}

async function redeem(pending: PendingEnrolment, ports: EnrolPorts): Outcome {
  const [keys, entry] = await Promise.all([storedKeys(ports.store), enrolEntry(ports.store)]);
  assert(keys !== null && entry !== undefined, 'a pending enrolment has its keys and its entry');
  const log = { organisation: pending.organisation, device: pending.device };
  const slice = { firstNumber: 1, previousHash: CHAIN_START, entries: [entryToBytes(entry)] };
  const segment = await sealSegment(log, slice, { sha256, sign: signWith(keys.sign.privateKey) });
  const nonce = ports.random.bytes(NONCE_BYTES);
  const { secret, device, signKey } = pending;
  const request = { version: PROTOCOL_VERSION, secret, device, signKey, nonce, segment };
  const answer = await post('/api/enrol', toBytes(enrolRequestSchema, request), {}, ports.network);
  if (!answer.ok) {
    const failure = failureOf(answer.error);
    if (FINAL.some((code) => code === failure.code)) await dropEnrolment(ports.store);
    return err(failure);
  }
  const believed = await believeEnrolAnswer(answer.value, { pending, nonce, headHash: segment.headHash }, ports.clock);
  if (!believed.ok) return believed;
  await finishEnrolment(ports.store, believed.value.identity, believed.value.position);
  return ok(believed.value.identity);
}

function failureOf(failure: PostFailure): EnrolFailure {
  return { code: failure.code === 'problem' ? failure.problem.code : failure.code };
}
