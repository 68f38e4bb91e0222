import { assert } from '#lib/assert.ts';
import { bytesToBase64Url } from '#lib/bytes.ts';
import type { Clock, Random } from '#lib/ports.ts';
import { type Mutation, mutatorOf } from '#domain/mutators.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import { credentialSchema } from '#protocol/credential.ts';
import { entryToBytes } from '#protocol/entry.ts';
import { deviceIdOf, inviteIdOf } from '#protocol/names.ts';
import { sealSegment } from '#protocol/segment.ts';
import { answerBodySchema } from '#protocol/sync-answer.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { newServerKey, readServerKey, sha256 } from '../auth/node-crypto.ts';
import type { Engine } from '../engine.ts';

/** A phone of the demonstration: it lives in this process, and has no more rights than one in somebody's hand. */
export type DemoPhone = {
  readonly member: RowId;
  /** Notes a mutation as made at that time; gives the id of the row that it makes. */
  readonly write: (mutation: Mutation, claimedAt: number) => RowId;
  /** Sends what was noted; every mutation must have been applied. */
  readonly push: () => Promise<void>;
};

const LABEL = 'Демонстрация';
const NONCE_BYTES = 16;

/** Enrols with an invite's secret, as any phone does, and goes on from there. */
export async function enrolDemoPhone(
  engine: Engine,
  ports: { readonly clock: Clock; readonly random: Random },
  newcomer: { readonly secret: string; readonly name: string },
): Promise<DemoPhone> {
  const { sign, publicKey: signKey } = readServerKey(newServerKey());
  const { publicKey: agreeKey } = readServerKey(newServerKey());
  const device = deviceIdOf(sha256, signKey);
  const { organisation, branch } = await engine.founding();
  const noted: Uint8Array[] = [];
  let pushed = 0;
  let head: Uint8Array = CHAIN_START;

  const write = ({ name, args }: Mutation, claimedAt: number): RowId => {
    const { version, args: shape } = mutatorOf(name);
    const number = noted.length + 1;
    noted.push(entryToBytes({ number, claimedAt, branch, name, version, args: toBytes(shape, args) }));
    return `${device}.${number}` as RowId;
  };
  const seal = async () => {
    const slice = { firstNumber: pushed + 1, previousHash: head, entries: noted.slice(pushed) };
    head = chainHead(sha256, head, slice.entries);
    pushed = noted.length;
    return sealSegment({ organisation, device }, slice, { sha256, sign });
  };
  const asked = () => ({ version: PROTOCOL_VERSION, device, nonce: ports.random.bytes(NONCE_BYTES) });

  const { secret, name } = newcomer;
  const keys = { signKey: bytesToBase64Url(signKey), agreeKey: bytesToBase64Url(agreeKey) };
  const enrol = { invite: inviteIdOf(sha256, secret), name, phone: null, label: LABEL, ...keys };
  write({ name: 'enrol', args: enrol }, ports.clock.now());
  const entered = await engine.enrol({ ...asked(), secret, signKey, segment: await seal() }, ports.clock.now());
  assert(entered.ok, 'a fresh invite lets the demonstration in');
  const credential = fromBytes(credentialSchema, entered.value.credential.statement);
  assert(credential.ok, 'a credential has its shape');
  const { epoch } = entered.value;
  return {
    member: credential.value.member,
    write,
    push: async () => sendSegment(engine, device, { ...asked(), epoch, segment: await seal() }, ports.clock.now()),
  };
}

type Sent = Pick<Parameters<Engine['sync']>[0], 'version' | 'device' | 'nonce' | 'epoch' | 'segment'>;

async function sendSegment(engine: Engine, device: DeviceId, sent: Sent, now: number): Promise<void> {
  const record = await engine.device(device);
  assert(record !== undefined, 'an enrolled device is known');
  const position = { cursor: null, scope: null, acknowledgedThrough: 0 };
  const rest = { sentAt: now, wantsOwnRows: false, asked: [], credential: null };
  const answer = await engine.sync({ ...sent, ...position, ...rest }, record, now);
  assert(answer.ok, 'an honest segment is taken');
  const body = fromBytes(answerBodySchema, answer.value.body);
  assert(body.ok, 'an answer has its shape');
  for (const { from, to, status, code } of body.value.outcomes) {
    assert(status === 'applied', `the demonstration's entries ${from} to ${to} are ${status} (${code})`);
  }
}
