import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { bytesToBase64Url, concatBytes } from '#lib/bytes.ts';
import { isLowS, normaliseS } from '#lib/low-s.ts';
import type { Random, Sha256, Sign, Verify } from '#lib/ports.ts';

/** Public keys that were turned into key objects lately; a bound, since anyone may send keys. */
const KEPT_KEYS = 1_000;
const RAW_KEY_LENGTH = 65;

export const sha256: Sha256 = (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'));

export const nodeRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };

/** A new signing key, as text for the settings. */
export function newServerKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** The server's signature and its raw public key. */
export function readServerKey(pem: string): { readonly sign: Sign; readonly publicKey: Uint8Array } {
  const key = createPrivateKey(pem);
  const { x, y } = createPublicKey(pem).export({ format: 'jwk' });
  const [left, right] = [x, y].map((part) => new Uint8Array(Buffer.from(part ?? '', 'base64url')));
  return {
    sign: async (bytes) => normaliseS(new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }))),
    publicKey: concatBytes(Uint8Array.of(4), left ?? new Uint8Array(), right ?? new Uint8Array()),
  };
}

/** Checks device signatures; false for anything that is no point, no signature, or of high s. */
export function createVerify(): Verify {
  const kept = new Map<string, KeyObject>();
  const keyOf = (raw: Uint8Array): KeyObject => {
    const name = bytesToBase64Url(raw);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const jwk = { kty: 'EC', crv: 'P-256', x: bytesToBase64Url(raw.slice(1, 33)), y: bytesToBase64Url(raw.slice(33)) };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    if (kept.size >= KEPT_KEYS) kept.clear();
    kept.set(name, key);
    return key;
  };
  return async (publicKey, signature, bytes) => {
    if (publicKey.length !== RAW_KEY_LENGTH || publicKey[0] !== 4 || !isLowS(signature)) return false;
    try {
      return verify('sha256', bytes, { key: keyOf(publicKey), dsaEncoding: 'ieee-p1363' }, signature);
    } catch {
      // Not a point of the curve: somebody else's rubbish, not our bug.
      return false;
    }
  };
}
