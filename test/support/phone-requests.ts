import { createHash } from 'node:crypto';
import { assert } from '#lib/assert.ts';
import { bytesToBase64, isSameBytes } from '#lib/bytes.ts';
import type { Sign } from '#lib/ports.ts';
import { type Acknowledgement, acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { type ProblemCode, readProblem } from '#protocol/problem.ts';
import { signatureBase, signatureParameters } from '#protocol/request-signature.ts';
import { readSigned, type Signed } from '#protocol/signed.ts';
import { type AnswerBody, answerBodySchema, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { createVerify, sha256 } from '#server/auth/node-crypto.ts';

/** How a phone in a test reaches its server: through the app itself, or over a socket. */
export type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** A refusal as the phone read it. */
export type Refused = {
  readonly ok: false;
  readonly status: number;
  readonly code: ProblemCode;
  readonly challenge: string | null;
  readonly headers: Headers;
};

const verify = createVerify();

/** The headers and body of a signed POST (SPEC 9.1). */
export async function signedPost(
  body: Uint8Array<ArrayBuffer>,
  by: {
    readonly sign: Sign;
    readonly keyId: string;
    readonly createdAtSeconds: number;
    readonly challenge: string | null;
  },
  extra: Readonly<Record<string, string>> = {},
  target = '/api/sync',
): Promise<{
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  readonly body: Uint8Array<ArrayBuffer>;
}> {
  const digestBase64 = createHash('sha256').update(body).digest('base64');
  const { keyId, createdAtSeconds, challenge } = by;
  const parts = { method: 'POST', target, digestBase64, createdAtSeconds, keyId, challenge } as const;
  const signature = await by.sign(Buffer.from(signatureBase(parts)));
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/cbor',
      'content-digest': `sha-256=:${digestBase64}:`,
      'signature-input': `sig=${signatureParameters(parts)}`,
      signature: `sig=:${bytesToBase64(signature)}:`,
      ...extra,
    },
  };
}

/** Reads an error answer; anything that is no problem of ours fails the test. */
export async function readRefusal(response: Response): Promise<Refused> {
  const text = await response.text();
  const problem = readProblem(text);
  assert(problem !== undefined, `an error answer is a problem with a code: ${response.status} ${text}`);
  assert(response.headers.get('content-type') === 'application/problem+json', 'a problem says that it is one');
  assert(problem.status === response.status, 'a problem repeats the status');
  const { status, code, challenge } = problem;
  return { ok: false, status, code, challenge: challenge ?? null, headers: response.headers };
}

/** What an answer must agree with before a phone believes a word of it (SPEC 7.1). */
export type Expected = {
  readonly serverKey: Uint8Array;
  readonly nonce: Uint8Array;
  readonly organisation: string;
  readonly device: string;
};

/** Believes an acknowledgement only whole; anything else fails the test. */
export async function readAcknowledgement(
  signed: Signed,
  expected: Expected,
  body: Uint8Array,
): Promise<Acknowledgement> {
  const read = await readSigned(acknowledgementSchema, signed, expected.serverKey, verify);
  assert(read.ok, 'the acknowledgement is signed by the server');
  assert(isSameBytes(read.value.nonce, expected.nonce), 'the acknowledgement answers this request');
  assert(read.value.organisation === expected.organisation, 'the acknowledgement is of this organisation');
  assert(read.value.device === expected.device, 'the acknowledgement is for this device');
  assert(isSameBytes(read.value.bodyHash, sha256(body)), 'the acknowledgement names this body');
  return read.value;
}

/** The whole answer of a round. */
export async function readSyncAnswer(
  bytes: Uint8Array,
  expected: Expected,
): Promise<{ readonly acknowledgement: Acknowledgement; readonly body: AnswerBody }> {
  const answer = fromBytes(syncAnswerSchema, bytes);
  assert(answer.ok, 'the answer is of its shape');
  const acknowledgement = await readAcknowledgement(answer.value.acknowledgement, expected, answer.value.body);
  const body = fromBytes(answerBodySchema, answer.value.body);
  assert(body.ok, 'the answer has a body of its shape');
  return { acknowledgement, body: body.value };
}
