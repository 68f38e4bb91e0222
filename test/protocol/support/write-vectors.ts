/**
 * Adds to the golden vectors what they do not have yet: `node test/protocol/support/write-vectors.ts`. What stands in the
 * file is never written anew, since it is what every phone outside has written and signed.
 */
import { createHash } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';

import { type MutationName, mutatorOf } from '#domain/mutators.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { type Acknowledgement, acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { toBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHash } from '#protocol/chain.ts';
import { type Credential, credentialSchema } from '#protocol/credential.ts';
import { entryToBytes } from '#protocol/entry.ts';
import { deviceIdOf, inviteIdOf } from '#protocol/names.ts';
import { signatureBase } from '#protocol/request-signature.ts';
import { sealSegment, segmentSchema } from '#protocol/segment.ts';
import type { Schema } from '#protocol/shape.ts';
import { state } from '#protocol/signed.ts';
import { sha256, testKey } from '#test/support/crypto.ts';
import { exampleMutations } from '#test/support/example-mutations.ts';
import { hex, readVectors, type Statement, toPlain, unhex, type Vectors, VECTORS_FILE } from './vectors.ts';

const ORGANISATION = '0dastarkhan00000';
const SECRET = '7h9k2m4n6p8q';
const phone = testKey('phone');
const agree = testKey('agree');
const server = testKey('server');
const device = deviceIdOf(sha256, phone.publicKey);
const known: Partial<Vectors> = existsSync(VECTORS_FILE) ? readVectors() : {};

const log = grownLog(known.log);
const vectors: Vectors = {
  log,
  names: known.names ?? {
    signKey: hex(phone.publicKey),
    device,
    secret: SECRET,
    invite: inviteIdOf(sha256, SECRET),
  },
  segment: known.segment ?? (await segment()),
  statements: known.statements ?? {
    publicKey: hex(server.publicKey),
    credential: await statement(credentialSchema, credential()),
    acknowledgement: await statement(acknowledgementSchema, acknowledgement()),
  },
  request: known.request ?? (await request()),
};
writeFileSync(VECTORS_FILE, `${JSON.stringify(vectors, null, 2)}\n`);

function grownLog(before: Vectors['log'] | undefined): Vectors['log'] {
  const branch = before?.branch ?? 'kokshetau';
  const entries = [...(before?.entries ?? [])];
  for (const [name, args] of Object.entries(exampleMutations)) {
    if (entries.some((entry) => entry.name === name)) continue;
    const { version, args: schema } = mutatorOf(name as MutationName);
    const number = entries.length + 1;
    const claimedAt = Date.UTC(2026, 0, 15, 12) + number;
    const envelope = { number, claimedAt, branch: branch as BranchId, name, version, args: toBytes(schema, args) };
    const entry = entryToBytes(envelope);
    const previous = entries.at(-1)?.hash;
    const hash = chainHash(sha256, previous === undefined ? CHAIN_START : unhex(previous), entry);
    entries.push({ number, claimedAt, name, version, args, entry: hex(entry), hash: hex(hash) });
  }
  return { branch, entries };
}

async function segment(): Promise<Vectors['segment']> {
  const entries = log.entries.slice(0, 3).map(({ entry }) => unhex(entry));
  const slice = { firstNumber: 1, previousHash: CHAIN_START, entries };
  const named = { organisation: ORGANISATION, device };
  const low = await sealSegment(named, slice, { sha256, sign: phone.sign });
  const high = await sealSegment(named, slice, { sha256, sign: phone.signHigh });
  const bytes = hex(toBytes(segmentSchema, low));
  return { ...named, publicKey: hex(phone.publicKey), bytes, highSignature: hex(high.signature) };
}

async function statement<T>(schema: Schema<T>, value: T): Promise<Statement> {
  const signed = await state(schema, value, server.sign);
  return { value: toPlain(value), statement: hex(signed.statement), signature: hex(signed.signature) };
}

function credential(): Credential {
  return {
    purpose: 'dastarkhan-credential',
    suite: 1,
    organisation: ORGANISATION,
    branch: 'kokshetau' as BranchId,
    member: `${device}.1` as RowId,
    role: 'driver',
    isWaiting: false,
    device,
    signKey: phone.publicKey,
    agreeKey: agree.publicKey,
    issuedAt: Date.UTC(2026, 0, 15),
    expiresAt: Date.UTC(2026, 6, 14),
  };
}

function acknowledgement(): Acknowledgement {
  return {
    purpose: 'dastarkhan-acknowledgement',
    suite: 1,
    organisation: ORGANISATION,
    device,
    nonce: sha256(Uint8Array.of(1)).slice(0, 16),
    epoch: '0123456789abcdef',
    storedThrough: 3,
    headHash: unhex(log.entries[2]?.hash ?? ''),
    backedUpThrough: 1,
    serverAt: Date.UTC(2026, 0, 15, 12),
    bodyHash: sha256(Uint8Array.of(2)),
  };
}

async function request(): Promise<Vectors['request']> {
  const body = Uint8Array.of(0x81, 0x01);
  const parts = {
    method: 'POST',
    target: '/api/sync',
    digestBase64: createHash('sha256').update(body).digest('base64'),
    createdAtSeconds: 1_768_478_400,
    keyId: device,
    challenge: 'abc.def-1',
  } as const;
  const base = signatureBase(parts);
  const signature = hex(await phone.sign(Buffer.from(base)));
  return { body: hex(body), parts, base, publicKey: hex(phone.publicKey), signature };
}
