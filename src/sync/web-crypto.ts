import { concatBytes } from '#lib/bytes.ts';
import type { Random, Sign, Verify } from '#lib/ports.ts';

const CURVE = 'P-256';
const ECDSA = { name: 'ECDSA', namedCurve: CURVE } as const;
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const ECDH = { name: 'ECDH', namedCurve: CURVE } as const;
/** The order of P-256's group (FIPS 186-5, 3.2.1.3); s and n - s sign alike, and only the lower one is taken. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_BYTES = 32;

/** A device's two key pairs; the private halves never leave the browser. */
export type DeviceKeys = { readonly sign: CryptoKeyPair; readonly agree: CryptoKeyPair };

/** True where keys can be made and kept at all: a secure context. */
export function hasCrypto(): boolean {
  return typeof crypto !== 'undefined' && 'subtle' in crypto;
}

export const webRandom: Random = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };

/** Makes both pairs; the private keys cannot be exported. */
export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const [sign, agree] = await Promise.all([
    crypto.subtle.generateKey(ECDSA, false, ['sign', 'verify']),
    crypto.subtle.generateKey(ECDH, false, ['deriveBits']),
  ]);
  return { sign, agree };
}

/** A public key as its raw point, 65 bytes. */
export async function rawPublicKey(key: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key));
}

/** True when keys that came back from storage still sign and agree. */
export async function areKeysUsable(keys: DeviceKeys): Promise<boolean> {
  try {
    const probe = webRandom.bytes(SCALAR_BYTES);
    const signature = await signWith(keys.sign.privateKey)(probe);
    const bits = await crypto.subtle.deriveBits(
      { name: 'ECDH', public: keys.agree.publicKey },
      keys.agree.privateKey,
      256,
    );
    return (
      bits.byteLength === SCALAR_BYTES && (await verify(await rawPublicKey(keys.sign.publicKey), signature, probe))
    );
  } catch {
    // Engines that store a key without its secret throw here, or at the first use: both mean that it is of no use.
    return false;
  }
}

/** Signs with a held private key; s is made low, since WebCrypto gives high ones half of the time (SPEC 4.2). */
export function signWith(key: CryptoKey): Sign {
  return async (bytes) => {
    const signature = new Uint8Array(await crypto.subtle.sign(ECDSA_SHA256, key, Uint8Array.from(bytes)));
    const s = bytesToScalar(signature.subarray(SCALAR_BYTES));
    return isLow(s) ? signature : concatBytes(signature.subarray(0, SCALAR_BYTES), scalarToBytes(ORDER - s));
  };
}

/** Checks a signature; false for high s and for whatever is no key or no signature. */
export const verify: Verify = async (publicKey, signature, bytes) => {
  if (signature.length !== 2 * SCALAR_BYTES || !isLow(bytesToScalar(signature.subarray(SCALAR_BYTES)))) return false;
  try {
    const key = await crypto.subtle.importKey('raw', Uint8Array.from(publicKey), ECDSA, false, ['verify']);
    return await crypto.subtle.verify(ECDSA_SHA256, key, Uint8Array.from(signature), Uint8Array.from(bytes));
  } catch {
    // importKey throws on bytes that are no point of the curve.
    return false;
  }
};

function isLow(s: bigint): boolean {
  return s <= ORDER / 2n;
}

function bytesToScalar(bytes: Uint8Array): bigint {
  return bytes.reduce((scalar, byte) => (scalar << 8n) | BigInt(byte), 0n);
}

function scalarToBytes(scalar: bigint): Uint8Array {
  return Uint8Array.from({ length: SCALAR_BYTES }, (_, index) =>
    Number((scalar >> BigInt(8 * (SCALAR_BYTES - 1 - index))) & 255n),
  );
}
