import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { type MutationName, mutatorOf, mutators } from '#domain/mutators.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import { acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { fromBytes, type Schema, toBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHash, chainHead } from '#protocol/chain.ts';
import { credentialSchema } from '#protocol/credential.ts';
import { bytesToEntry, entryToBytes } from '#protocol/entry.ts';
import { deviceIdOf, inviteIdOf } from '#protocol/names.ts';
import { signatureBase } from '#protocol/request-signature.ts';
import { isGenuineSegment, type Segment, segmentSchema } from '#protocol/segment.ts';
import { readSigned } from '#protocol/signed.ts';
import { createVerify, sha256 as serverSha256 } from '#server/auth/node-crypto.ts';
import { sha256 as phoneSha256 } from '#store/sha256.ts';
import { verify as verifyOnPhone } from '#sync/web-crypto.ts';
import { sha256, verifySignature } from '#test/support/crypto.ts';
import { fromPlain, hex, readVectors, type Statement, unhex } from './support/vectors.ts';

const vectors = readVectors();
const { log, names, statements, request } = vectors;
const verifiers = { test: verifySignature, server: createVerify(), phone: verifyOnPhone };

describe('2.2, 3.1 a log of one of each mutation', () => {
  test('names every mutation: add a new one with `node test/protocol/support/write-vectors.ts`', () => {
    expect(log.entries.map(({ name }) => name).toSorted()).toEqual(Object.keys(mutators).toSorted());
  });

  test.each(log.entries)(
    '$name is written and read to the byte',
    ({ name, number, claimedAt, version, args, entry }) => {
      const schema = mutatorOf(name as MutationName).args;
      const read = bytesToEntry(unhex(entry));
      expect(read).toMatchObject({ ok: true, value: { number, claimedAt, version, name, branch: log.branch } });
      if (!read.ok) return;
      expect(fromBytes(schema, read.value.args)).toEqual({ ok: true, value: args });
      const branch = log.branch as BranchId;
      expect(hex(entryToBytes({ number, claimedAt, branch, name, version, args: toBytes(schema, args) }))).toBe(entry);
    },
  );

  test.each([
    ['the tests', sha256],
    ['the server', serverSha256],
    ['the phone', phoneSha256],
  ])('has the same hashes by %s', (_who, hash) => {
    let head: Uint8Array = CHAIN_START;
    for (const { entry, hash: expected } of log.entries) {
      head = chainHash(hash, head, unhex(entry));
      expect(hex(head)).toBe(expected);
    }
    expect(
      hex(
        chainHead(
          hash,
          CHAIN_START,
          log.entries.map(({ entry }) => unhex(entry)),
        ),
      ),
    ).toBe(hex(head));
  });
});

test('5.1, 5.2 devices and invites are named by hashes', () => {
  for (const hash of [sha256, serverSha256, phoneSha256]) {
    expect(deviceIdOf(hash, unhex(names.signKey))).toBe(names.device);
    expect(inviteIdOf(hash, names.secret)).toBe(names.invite);
  }
});

describe('4.1, 4.2 a segment', () => {
  const { organisation, device, publicKey, bytes, highSignature } = vectors.segment;
  const named = { organisation, device: device as DeviceId };
  const read = fromBytes(segmentSchema, unhex(bytes));
  const segment = (read.ok ? read.value : undefined) as Segment;

  test('is read and written to the byte, and ends where the log’s hash says', () => {
    expect(read.ok).toBe(true);
    expect(hex(toBytes(segmentSchema, segment))).toBe(bytes);
    expect(hex(segment.headHash)).toBe(log.entries[2]?.hash);
  });

  test.each(Object.entries(verifiers))('is genuine for the %s', async (_who, verify) => {
    const crypto = { sha256, verify };
    expect(await isGenuineSegment(named, segment, unhex(publicKey), crypto)).toBe(true);
    const high = { ...segment, signature: unhex(highSignature) };
    expect(await isGenuineSegment(named, high, unhex(publicKey), crypto)).toBe(false);
  });
});

describe('5.4, 7.1 a statement of the server', () => {
  const cases: readonly [string, Schema<unknown>, Statement][] = [
    ['credential', credentialSchema, statements.credential],
    ['acknowledgement', acknowledgementSchema, statements.acknowledgement],
  ];

  test.each(cases)(
    '%s is read, verified and written to the byte',
    async (_name, schema, { value, statement, signature }) => {
      const signed = { statement: unhex(statement), signature: unhex(signature) };
      for (const verify of Object.values(verifiers)) {
        const read = await readSigned(schema, signed, unhex(statements.publicKey), verify);
        expect(read).toEqual({ ok: true, value: fromPlain(value) });
      }
      expect(hex(toBytes(schema, fromPlain(value)))).toBe(statement);
    },
  );

  test('none passes for another, whoever signed it', async () => {
    const { statement, signature } = statements.credential;
    const signed = { statement: unhex(statement), signature: unhex(signature) };
    const key = unhex(statements.publicKey);
    expect(await readSigned(acknowledgementSchema, signed, key, verifySignature)).toEqual({
      ok: false,
      error: { code: 'malformed' },
    });
    const forged = { ...signed, statement: signed.statement.with(-1, 0xff) };
    expect(await readSigned(credentialSchema, forged, key, verifySignature)).toEqual({
      ok: false,
      error: { code: 'forged' },
    });
  });
});

describe('9.1 a signed request', () => {
  test('signs the same text, challenge included', async () => {
    expect(request.parts.digestBase64).toBe(createHash('sha256').update(unhex(request.body)).digest('base64'));
    expect(signatureBase(request.parts)).toBe(request.base);
    for (const verify of Object.values(verifiers)) {
      expect(await verify(unhex(request.publicKey), unhex(request.signature), Buffer.from(request.base))).toBe(true);
    }
  });

  test('without a challenge has no nonce', () => {
    expect(signatureBase({ ...request.parts, challenge: null })).toBe(request.base.replace(';nonce="abc.def-1"', ''));
  });
});
