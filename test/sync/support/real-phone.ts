import { testPorts } from '#test/store/support/test-store.ts';

import { assert } from '#lib/assert.ts';
import { ok } from '#lib/result.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { EnrolledRole } from '#domain/people.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import type { AheadSlot } from '#sync/ask-ahead.ts';
import { askInvite, enrol, type EnrolPorts } from '#sync/enrol.ts';
import type { Lock } from '#sync/lock.ts';
import type { Fetch } from '#sync/post.ts';
import { performRound, type RoundResult } from '#sync/round.ts';
import { signWith, webRandom } from '#sync/web-crypto.ts';
import type { TestServer } from '#test/support/test-server.ts';

/** What the network does to one request. */
export type Fate =
  | 'arrives'
  /** Never reaches the server. */
  | 'lostGoing'
  /** The server does it, and its answer is lost. */
  | 'lostComing';

/** The product's own phone, store and sync and all, towards the test's server; only the network between is a test's. */
export type RealPhone = {
  readonly store: PhoneStore;
  readonly ports: EnrolPorts;
  /** Decides the next requests' fates, the first one first; without any they arrive. */
  readonly fates: Fate[];
  /** When set, answers in the server's place. */
  readonly wire: { stranger: Fetch | null; readonly sentBytes: number[]; readonly receivedBytes: number[] };
  readonly write: (mutation: Mutation) => Promise<number>;
  readonly round: (batchBytes?: number) => Promise<RoundResult>;
  /** Rounds until everything is known on both sides; gives how many it took. */
  readonly settle: () => Promise<number>;
  /** Closes and opens the app. */
  readonly reopen: () => Promise<RealPhone>;
};

/** No two taps of a test are the same. */
let taps = 0;
const MAX_ROUNDS = 60;
const BATCH_BYTES = 16_384;
const noLock: Lock = async (_name, _limitMs, work) => ok(await work());

/** A phone that has never been here, or the one of this name again. */
export async function realPhone(server: TestServer, name?: string): Promise<RealPhone> {
  const usual = testPorts();
  const storePorts = { ...usual, name: name ?? usual.name, clock: server.clock, signWith };
  const opened = await openPhoneStore(storePorts);
  assert(opened.ok, 'the store opens');
  const store = opened.value;
  const fates: Fate[] = [];
  const wire: RealPhone['wire'] = { stranger: null, sentBytes: [], receivedBytes: [] };
  const fetch: Fetch = async (path, init) => {
    if (wire.stranger !== null) return wire.stranger(path, init);
    const fate = fates.shift() ?? 'arrives';
    if (fate === 'lostGoing') throw new TypeError('Failed to fetch');
    wire.sentBytes.push(init.body instanceof Uint8Array ? init.body.length : 0);
    const response = await server.app().request(path, init);
    if (fate === 'lostComing') throw new TypeError('Failed to fetch');
    return unpacked(response, wire.receivedBytes);
  };
  const ports: EnrolPorts = {
    store,
    network: { fetch, timer: storePorts.timer },
    clock: server.clock,
    random: webRandom,
    lock: noLock,
  };
  const slot: AheadSlot = { sent: null };
  const phone: RealPhone = {
    store,
    ports,
    fates,
    wire,
    write: async (mutation) => {
      taps += 1;
      const saved = await store.mutate(mutation, `tap-${taps}`);
      if (!saved.ok) throw new Error(`${mutation.name} was not saved: ${JSON.stringify(saved.error)}`);
      return saved.value.number;
    },
    round: (batchBytes = BATCH_BYTES) => performRound(store, batchBytes, ports, slot),
    settle: () => settle(phone),
    reopen: async () => {
      store.database.close();
      return realPhone(server, storePorts.name);
    },
  };
  return phone;
}

/** The same, enrolled by the operator's invite, with everything pulled. */
export async function enrolledPhone(server: TestServer, role: EnrolledRole, name: string): Promise<RealPhone> {
  const phone = await realPhone(server);
  const entered = await enter(phone, await server.invite(role), name);
  assert(entered.ok, 'an invited phone enrols');
  await phone.settle();
  return phone;
}

/** Asks the invite and redeems it, as the screen does. */
export async function enter({ ports }: RealPhone, secret: string, name: string) {
  const offer = await askInvite(secret, ports.network);
  return offer.ok ? enrol({ secret, offer: offer.value, name, phone: null, label: 'Test' }, ports) : offer;
}

async function settle(phone: RealPhone): Promise<number> {
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    const result = await phone.round();
    const isQuiet = result.type === 'done' && !result.isMore;
    if (isQuiet && (await unsentCount(phone.store)).unsent === 0) return round;
  }
  throw new Error('the phone did not settle');
}

/** Undoes what a browser's own fetch undoes: packed answers. */
async function unpacked(response: Response, receivedBytes: number[]): Promise<Response> {
  const bytes = await response.arrayBuffer();
  receivedBytes.push(bytes.byteLength);
  if (response.headers.get('content-encoding') !== 'gzip') return new Response(bytes, response);
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain, { status: response.status, headers });
}
