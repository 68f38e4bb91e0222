import { createECDH, createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { bytesToBase64Url } from '#lib/bytes.ts';
import { isLowS, normaliseS } from '#lib/low-s.ts';
import type { Sha256, Sign, Verify } from '#lib/ports.ts';

/** SHA-256 by Node itself: what golden vectors are checked with, apart from what client and server use. */
export const sha256: Sha256 = (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** A P-256 key of a test. */
export type TestKey = {
  readonly sign: Sign;
  /** The same signature with the higher s, which signs as well and must be refused. */
  readonly signHigh: Sign;
  /** Raw, 65 bytes. */
  readonly publicKey: Uint8Array;
};

const SCALAR_BYTES = 32;
/** The order of the group, FIPS 186-5. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** The same key for the same label, for ever. */
export function testKey(label: string): TestKey {
  const scalar = sha256(Buffer.from(`dastarkhan test key ${label}`));
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(scalar);
  const publicKey = new Uint8Array(ecdh.getPublicKey());
  const jwk = { ...publicJwk(publicKey), d: bytesToBase64Url(scalar) };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  const signLow: Sign = async (bytes) =>
    normaliseS(new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' })));
  return { sign: signLow, signHigh: async (bytes) => turned(await signLow(bytes)), publicKey };
}

/** False for what is malformed, for a key that is no point, and for high s. */
export const verifySignature: Verify = async (publicKey, signature, bytes) => {
  if (publicKey.length !== 65 || publicKey[0] !== 4 || !isLowS(signature)) return false;
  try {
    const key = createPublicKey({ key: publicJwk(publicKey), format: 'jwk' });
    return verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, signature);
  } catch {
    // Not a point of the curve.
    return false;
  }
};

function publicJwk(raw: Uint8Array) {
  const x = bytesToBase64Url(raw.slice(1, 1 + SCALAR_BYTES));
  const y = bytesToBase64Url(raw.slice(1 + SCALAR_BYTES));
  return { kty: 'EC', crv: 'P-256', x, y };
}

function turned(signature: Uint8Array): Uint8Array {
  const s = BigInt(`0x${Buffer.from(signature.slice(SCALAR_BYTES)).toString('hex')}`);
  const other = (ORDER - s).toString(16).padStart(2 * SCALAR_BYTES, '0');
  return new Uint8Array(Buffer.concat([signature.slice(0, SCALAR_BYTES), Buffer.from(other, 'hex')]));
}
