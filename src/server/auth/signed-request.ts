import { createHash } from 'node:crypto';
import { err, ok, type Result } from '#lib/result.ts';
import type { Verify } from '#lib/ports.ts';
import { signatureBase } from '#protocol/request-signature.ts';
import { FRESH_MS, isGoodChallenge } from './challenge.ts';

export type SignatureFailure = { readonly code: 'unsigned' | 'badSignature' | 'clockSkew' };

/** What a request says of its signature, before anybody believes it. */
export type Claim = {
  readonly keyId: string;
  readonly createdAtSeconds: number;
  readonly challenge: string | null;
  readonly signature: Uint8Array;
};

const INPUT =
  /^sig=\("@method" "@path" "content-digest"\);created=(\d{1,12});keyid="([0-9a-z]{16})"(?:;nonce="([\w.-]{1,80})")?;alg="ecdsa-p256-sha256"$/;
const SIGNATURE = /^sig=:([A-Za-z0-9+/=]{88}):$/;

/** Reads the headers of SPEC 9.1; undefined when they are not of that form. */
export function readClaim(headers: Headers): Claim | undefined {
  const input = INPUT.exec(headers.get('signature-input') ?? '');
  const signature = SIGNATURE.exec(headers.get('signature') ?? '')?.[1];
  const [, created, keyId, challenge] = input ?? [];
  if (created === undefined || keyId === undefined || signature === undefined) return undefined;
  return {
    keyId,
    createdAtSeconds: Number(created),
    challenge: challenge ?? null,
    signature: new Uint8Array(Buffer.from(signature, 'base64')),
  };
}

/** Checks the claim against the key, the body as it was sent, and the time or the challenge (SPEC 9.2). */
export async function checkClaim(
  claim: Claim,
  request: Request,
  sent: Uint8Array,
  against: {
    readonly publicKey: Uint8Array;
    readonly verify: Verify;
    readonly challengeKey: Uint8Array;
    readonly now: number;
  },
): Promise<Result<null, SignatureFailure>> {
  const digestBase64 = createHash('sha256').update(sent).digest('base64');
  if (request.headers.get('content-digest') !== `sha-256=:${digestBase64}:`) return err({ code: 'badSignature' });
  const url = new URL(request.url);
  const parts = {
    method: request.method === 'GET' ? 'GET' : 'POST',
    target: `${url.pathname}${url.search}`,
    digestBase64,
    createdAtSeconds: claim.createdAtSeconds,
    keyId: claim.keyId,
    challenge: claim.challenge,
  } as const;
  const isGenuine = await against.verify(against.publicKey, claim.signature, Buffer.from(signatureBase(parts)));
  if (!isGenuine) return err({ code: 'badSignature' });
  const isChallenged =
    claim.challenge !== null && isGoodChallenge(against.challengeKey, claim.challenge, claim.keyId, against.now);
  const isFresh = Math.abs(against.now - claim.createdAtSeconds * 1000) <= FRESH_MS;
  return isChallenged || isFresh ? ok(null) : err({ code: 'clockSkew' });
}
