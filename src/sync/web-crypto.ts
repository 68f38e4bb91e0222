import { isSameBytes } from '#lib/bytes.ts';
import { isLowS, normaliseS } from '#lib/low-s.ts';
import type { Random, Sign, Verify } from '#lib/ports.ts';

const CURVE = 'P-256';
const ECDSA = { name: 'ECDSA', namedCurve: CURVE } as const;
const ECDSA_SHA256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const ECDH = { name: 'ECDH', namedCurve: CURVE } as const;
const PROBE_BYTES = 32;

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
    const probe = webRandom.bytes(PROBE_BYTES);
    const signature = await signWith(keys.sign.privateKey)(probe);
    const bits = await crypto.subtle.deriveBits(
      { name: 'ECDH', public: keys.agree.publicKey },
      keys.agree.privateKey,
      256,
    );
    return bits.byteLength === PROBE_BYTES && (await verify(await rawPublicKey(keys.sign.publicKey), signature, probe));
  } catch {
    // Engines that store a key without its secret throw here, or at the first use: both mean that it is of no use.
    return false;
  }
}

/** Signs with a held private key; s is made low, since WebCrypto gives high ones half of the time (SPEC 4.2). */
export function signWith(key: CryptoKey): Sign {
  return async (bytes) =>
    normaliseS(new Uint8Array(await crypto.subtle.sign(ECDSA_SHA256, key, Uint8Array.from(bytes))));
}

/** The key that was asked for last: a phone hears one server, round after round. */
let lastKey: { readonly raw: Uint8Array; readonly key: Promise<CryptoKey> } | undefined;

function importedKey(raw: Uint8Array): Promise<CryptoKey> {
  if (lastKey !== undefined && isSameBytes(lastKey.raw, raw)) return lastKey.key;
  const key = crypto.subtle.importKey('raw', Uint8Array.from(raw), ECDSA, false, ['verify']);
  lastKey = { raw: Uint8Array.from(raw), key };
  return key;
}

/** Checks a signature; false for high s and for whatever is no key or no signature. */
export const verify: Verify = async (publicKey, signature, bytes) => {
  if (!isLowS(signature)) return false;
  try {
    const key = await importedKey(publicKey);
    return await crypto.subtle.verify(ECDSA_SHA256, key, Uint8Array.from(signature), Uint8Array.from(bytes));
  } catch {
    // importKey throws on bytes that are no point of the curve.
    lastKey = undefined;
    return false;
  }
};

/** SHA-256 by the browser: quicker than our own for what is large, where it can be awaited. */
export async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
