import { gunzipSync } from 'node:zlib';
import { assert } from '#lib/assert.ts';
import { bytesToBase64Url, isSameBytes } from '#lib/bytes.ts';
import type { Sign } from '#lib/ports.ts';
import { type Mutation, mutatorOf } from '#domain/mutators.ts';
import type { Kind } from '#domain/rows.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { Acknowledgement } from '#protocol/acknowledgement.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHash } from '#protocol/chain.ts';
import { type Credential, credentialSchema } from '#protocol/credential.ts';
import { enrolAnswerSchema, enrolRequestSchema, inviteOfferSchema, inviteQuestionSchema } from '#protocol/enrolment.ts';
import { type Entry, entryToBytes } from '#protocol/entry.ts';
import { deviceIdOf, inviteIdOf } from '#protocol/names.ts';
import { sealSegment, type Segment } from '#protocol/segment.ts';
import type { Signed } from '#protocol/signed.ts';
import type { AnswerBody, Outcome, OwnRows } from '#protocol/sync-answer.ts';
import { type SyncRequest, syncRequestSchema } from '#protocol/sync-request.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { newServerKey, nodeRandom, readServerKey, sha256 } from '#server/auth/node-crypto.ts';
import {
  type Ask,
  readAcknowledgement,
  readRefusal,
  readSyncAnswer,
  type Refused,
  signedPost,
} from './phone-requests.ts';
import { toldRows } from './told-rows.ts';

/** What one round brought, once the phone believed it. */
export type Round = { readonly ok: true; readonly acknowledgement: Acknowledgement; readonly body: AnswerBody };

/** How a round differs from what an honest phone with a right clock would send. */
export type Asking = {
  readonly request?: Partial<SyncRequest>;
  readonly createdAtSeconds?: number;
  readonly challenge?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** Makes the bytes that travel of those that are meant; they are signed as they travel. */
  readonly pack?: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  /** The last word on what is sent. */
  readonly tamper?: (init: RequestInit) => RequestInit;
};

export type PulledRow = { readonly kind: Kind; readonly id: RowId; readonly body: unknown };

/**
 * The least phone that speaks the whole protocol: keys, a log, its chain, segments, signed requests, and answers of which
 * it believes nothing before it has checked them. It keeps every byte that it received, and no rows of its own making: so
 * it asks for them whole, unless told otherwise.
 */
export type TestPhone = {
  readonly device: DeviceId;
  readonly sign: Sign;
  readonly signKey: Uint8Array;
  readonly log: Uint8Array<ArrayBuffer>[];
  readonly rows: Map<string, PulledRow>;
  readonly received: Uint8Array[];
  readonly own: OwnRows[];
  /** Where it stands; a test may set it back, as a restored phone would be. */
  readonly position: Pick<SyncRequest, 'epoch' | 'cursor' | 'scope' | 'acknowledgedThrough'> & { isForked: boolean };
  readonly me: () => Credential;
  readonly credential: () => Signed;
  readonly offer: (secret: string) => Promise<{ readonly ok: true; readonly role: string } | Refused>;
  readonly enrol: (secret: string, name?: string, phone?: string | null) => Promise<{ readonly ok: true } | Refused>;
  /** Appends a mutation; gives its number. */
  readonly write: (mutation: Mutation, envelope?: Partial<Entry>) => number;
  readonly rowId: (number: number) => RowId;
  /** The slice of the log from here to there, signed. */
  readonly segment: (from?: number, to?: number) => Promise<Segment>;
  readonly sync: (asking?: Asking) => Promise<Round | Refused>;
  /** Rounds until everything is acknowledged and pulled. */
  readonly settle: () => Promise<readonly Outcome[]>;
};

const MAX_ROUNDS = 60;

/** A new phone with new keys. */
export function testPhone(ask: Ask, clock: { readonly now: () => number }): TestPhone {
  const { sign, publicKey: signKey } = readServerKey(newServerKey());
  const { publicKey: agreeKey } = readServerKey(newServerKey());
  const device = deviceIdOf(sha256, signKey);
  const log: Uint8Array<ArrayBuffer>[] = [];
  const phone = { device, sign, signKey, agreeKey, log, rows: new Map(), received: [], own: [] };
  const state: State = {
    ...phone,
    ask,
    clock,
    hashes: [CHAIN_START],
    position: { epoch: null, cursor: null, scope: null, acknowledgedThrough: 0, isForked: false },
    identity: null,
    fresh: null,
  };
  return {
    ...phone,
    position: state.position,
    me: () => identityOf(state).credential,
    credential: () => identityOf(state).signed,
    offer: (secret) => offer(state, secret),
    enrol: (secret, name = 'Newcomer', phoneNumber = null) => enrol(state, secret, name, phoneNumber),
    write: (mutation, envelope) => write(state, mutation, envelope),
    rowId: (number) => `${device}.${number}` as RowId,
    segment: (from = 1, to = log.length) => segment(state, from, to),
    sync: (asking) => sync(state, asking ?? {}),
    settle: () => settle(state),
  };
}

type Identity = { readonly credential: Credential; readonly signed: Signed; readonly serverKey: Uint8Array };
type State = Pick<TestPhone, 'device' | 'sign' | 'signKey' | 'log' | 'rows' | 'received' | 'own' | 'position'> & {
  readonly agreeKey: Uint8Array;
  readonly ask: Ask;
  readonly clock: { readonly now: () => number };
  readonly hashes: Uint8Array[];
  identity: Identity | null;
  /** Keys mentioned since the pull began anew; null while it goes on from a cursor. */
  fresh: Set<string> | null;
};

function identityOf(state: State): Identity {
  assert(state.identity !== null, 'the phone is enrolled');
  return state.identity;
}

async function post(state: State, path: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array | Refused> {
  return read(state, await state.ask(path, { method: 'POST', body, headers: { 'content-type': 'application/cbor' } }));
}

async function read(state: State, response: Response): Promise<Uint8Array | Refused> {
  if (response.status !== 200) return readRefusal(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  state.received.push(bytes);
  return isGzip(bytes) ? new Uint8Array(gunzipSync(bytes)) : bytes;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function offer(state: State, secret: string) {
  const bytes = await post(state, '/api/invite', toBytes(inviteQuestionSchema, { version: PROTOCOL_VERSION, secret }));
  if (!(bytes instanceof Uint8Array)) return bytes;
  const read = fromBytes(inviteOfferSchema, bytes);
  assert(read.ok, 'an offer has its shape');
  return { ok: true, ...read.value } as const;
}

async function enrol(state: State, secret: string, name: string, phone: string | null) {
  const { device, signKey, agreeKey } = state;
  const offered = state.log.length === 0 ? await offer(state, secret) : null;
  if (offered?.ok === false) return offered;
  const keys = { signKey: bytesToBase64Url(signKey), agreeKey: bytesToBase64Url(agreeKey) };
  const args = { invite: inviteIdOf(sha256, secret), name, phone, label: 'Test phone', ...keys };
  if (offered !== null) {
    state.identity = { credential: offered as unknown as Credential, signed: NO_SIGNED, serverKey: offered.serverKey };
    write(state, { name: 'enrol', args });
  }
  const { serverKey, credential } = identityOf(state);
  const nonce = nodeRandom.bytes(16);
  const asked = { version: PROTOCOL_VERSION, secret, device, signKey, nonce, segment: await segment(state, 1, 1) };
  const bytes = await post(state, '/api/enrol', toBytes(enrolRequestSchema, asked));
  if (!(bytes instanceof Uint8Array)) return bytes;
  const answer = fromBytes(enrolAnswerSchema, bytes);
  assert(answer.ok, 'the answer to an enrolment has its shape');
  const expected = { serverKey, nonce, organisation: credential.organisation, device };
  const { statement } = answer.value.credential;
  const acknowledgement = await readAcknowledgement(answer.value.acknowledgement, expected, statement);
  const own = fromBytes(credentialSchema, statement);
  assert(own.ok, 'a credential has its shape');
  state.identity = { credential: own.value, signed: answer.value.credential, serverKey };
  Object.assign(state.position, { epoch: acknowledgement.epoch, acknowledgedThrough: 1 });
  return { ok: true } as const;
}

const NO_SIGNED: Signed = { statement: new Uint8Array(), signature: new Uint8Array(64) };

function write(state: State, { name, args }: Mutation, envelope: Partial<Entry> = {}): number {
  const { version, args: shape } = mutatorOf(name);
  const number = state.log.length + 1;
  const branch: BranchId = identityOf(state).credential.branch;
  const usual = { number, claimedAt: state.clock.now(), branch, name, version, args: toBytes(shape, args) };
  const bytes = entryToBytes({ ...usual, ...envelope });
  state.log.push(bytes);
  state.hashes[number] = chainHash(sha256, state.hashes[number - 1] ?? CHAIN_START, bytes);
  return number;
}

async function segment(state: State, from: number, to: number): Promise<Segment> {
  const { organisation } = identityOf(state).credential;
  const previousHash = state.hashes[from - 1] ?? CHAIN_START;
  const slice = { firstNumber: from, previousHash, entries: state.log.slice(from - 1, to) };
  return sealSegment({ organisation, device: state.device }, slice, { sha256, sign: state.sign });
}

async function sync(state: State, asking: Asking): Promise<Round | Refused> {
  const { serverKey, credential } = identityOf(state);
  const { isForked, ...position } = state.position;
  const from = position.acknowledgedThrough + 1;
  const hasNews = !isForked && state.log.length >= from;
  const request: SyncRequest = {
    version: PROTOCOL_VERSION,
    device: state.device,
    nonce: nodeRandom.bytes(16),
    sentAt: state.clock.now(),
    ...position,
    segment: hasNews && asking.request?.segment === undefined ? await segment(state, from, state.log.length) : null,
    wantsOwnRows: true,
    asked: [],
    credential: null,
    ...asking.request,
  };
  const createdAtSeconds = asking.createdAtSeconds ?? Math.floor(state.clock.now() / 1000);
  const by = { sign: state.sign, keyId: state.device, createdAtSeconds, challenge: asking.challenge ?? null };
  const meant = toBytes(syncRequestSchema, request);
  const signed = await signedPost(asking.pack?.(meant) ?? meant, by, asking.headers);
  const bytes = await read(state, await state.ask('/api/sync', asking.tamper?.(signed) ?? signed));
  if (!(bytes instanceof Uint8Array)) return bytes;
  const expected = { serverKey, nonce: request.nonce, organisation: credential.organisation, device: state.device };
  const answer = await readSyncAnswer(bytes, expected);
  applyRound(state, request, answer);
  return { ok: true, ...answer };
}

function applyRound(state: State, request: SyncRequest, answer: Omit<Round, 'ok'>): void {
  const { epoch, storedThrough, headHash } = answer.acknowledgement;
  const { position } = state;
  const isNewEpoch = position.epoch !== epoch;
  const offeredThrough =
    request.segment === null ? 0 : request.segment.firstNumber + request.segment.entries.length - 1;
  const acknowledged = Math.min(storedThrough, Math.max(position.acknowledgedThrough, offeredThrough));
  position.isForked = !isSameBytes(headHash, state.hashes[storedThrough] ?? new Uint8Array());
  Object.assign(position, { epoch, acknowledgedThrough: isNewEpoch || position.isForked ? 0 : acknowledged });
  applyPage(state, answer.body);
  if (answer.body.credential === null) return;
  const renewed = fromBytes(credentialSchema, answer.body.credential.statement);
  assert(renewed.ok, 'a renewed credential has its shape');
  state.identity = { ...identityOf(state), credential: renewed.value, signed: answer.body.credential };
}

function applyPage(state: State, body: AnswerBody): void {
  if (body.startCursor === null) state.fresh = new Set();
  for (const step of body.page) {
    if (step.own !== null) state.own.push(step.own);
    for (const [kind, id, row] of toldRows(step)) {
      const key = `${kind}/${id}`;
      state.fresh?.add(key);
      if (row === null) state.rows.delete(key);
      else state.rows.set(key, { kind, id, body: row });
    }
  }
  Object.assign(state.position, { cursor: body.cursor, scope: body.scope });
  if (body.hasMore || state.fresh === null) return;
  for (const key of state.rows.keys()) if (!state.fresh.has(key)) state.rows.delete(key);
  state.fresh = null;
}

async function settle(state: State): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const first = await sync(state, {});
    const isForgotten = !first.ok && first.code === 'unknownDevice';
    const answer = isForgotten ? await sync(state, { request: { credential: identityOf(state).signed } }) : first;
    assert(answer.ok, `a round of an honest phone is answered: ${answer.ok ? '' : answer.code}`);
    outcomes.push(...answer.body.outcomes);
    if (!answer.body.hasMore && state.position.acknowledgedThrough >= state.log.length) return outcomes;
  }
  throw new Error(`the phone did not settle within ${MAX_ROUNDS} rounds`);
}
