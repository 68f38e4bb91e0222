import type { Clock, Sha256, Sign } from '#lib/ports.ts';
import type { Result } from '#lib/result.ts';
import { type RequestParts, signatureBase, signatureParameters } from '#protocol/request-signature.ts';
import { type Network, post, type PostFailure } from './post.ts';

/** Whose hand signs, and by which clock. */
export type Signer = { readonly device: string; readonly sign: Sign; readonly sha256: Sha256; readonly clock: Clock };

/** Posts a body under this device's signature (SPEC 9.1); a clock that is wrong signs the server's challenge instead (9.2). */
export async function signedPost(
  target: string,
  body: Uint8Array<ArrayBuffer>,
  signer: Signer,
  network: Network,
): Promise<Result<Uint8Array, PostFailure>> {
  const first = await attempt(target, body, { signer, challenge: null }, network);
  if (first.ok || first.error.code !== 'problem' || first.error.problem.code !== 'clockSkew') return first;
  return attempt(target, body, { signer, challenge: first.error.problem.challenge ?? null }, network);
}

async function attempt(
  target: string,
  body: Uint8Array<ArrayBuffer>,
  { signer, challenge }: { readonly signer: Signer; readonly challenge: string | null },
  network: Network,
): Promise<Result<Uint8Array, PostFailure>> {
  const digestBase64 = toBase64(signer.sha256(body));
  const parts: RequestParts = {
    method: 'POST',
    target,
    digestBase64,
    createdAtSeconds: Math.floor(signer.clock.now() / 1000),
    keyId: signer.device,
    challenge,
  };
  const signature = await signer.sign(new TextEncoder().encode(signatureBase(parts)));
  const headers = {
    'content-encoding': 'gzip',
    'content-digest': `sha-256=:${digestBase64}:`,
    'signature-input': `sig=${signatureParameters(parts)}`,
    signature: `sig=:${toBase64(signature)}:`,
  };
  return post(target, body, headers, network);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
