import { hash } from 'node:crypto';

import type { Random } from '#lib/ports.ts';

import { sealOf, verifySeal } from './seals.ts';

/** A key as the world's browsers hold it: plain bytes, so that a database can hold it too. */
type SeededKey = { readonly publicKey: Uint8Array };

const POINT_BYTES = 65;

/**
 * What the browsers of a world have for `crypto`: keys that follow from the seed, and everything at once instead of in
 * other threads. The program asks the browser for keys, so this stands where fake-indexeddb stands.
 */
export function installSeededCrypto(random: Random): void {
  const getRandomValues = (into: Uint8Array) => {
    into.set(random.bytes(into.length));
    return into;
  };
  const subtle = {
    generateKey: async () => keyPair(random),
    exportKey: async (_format: string, key: SeededKey) => Uint8Array.from(key.publicKey).buffer,
    importKey: async (_format: string, publicKey: Uint8Array) => ({ publicKey }),
    sign: async (_how: unknown, key: SeededKey, bytes: Uint8Array) => sealOf(key.publicKey, bytes).buffer,
    verify: (_how: unknown, { publicKey }: SeededKey, signature: Uint8Array, bytes: Uint8Array) =>
      verifySeal(publicKey, signature, bytes),
    digest: async (_name: string, bytes: Uint8Array) => digestOf(bytes).buffer,
    deriveBits: async (_how: unknown, key: SeededKey) => digestOf(key.publicKey).buffer,
  };
  Object.defineProperty(globalThis, 'crypto', { configurable: true, value: { subtle, getRandomValues } });
}

function digestOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hash('sha256', bytes, 'buffer'));
}

function keyPair(random: Random): { readonly publicKey: SeededKey; readonly privateKey: SeededKey } {
  const publicKey = random.bytes(POINT_BYTES);
  // The sign of an uncompressed point.
  publicKey[0] = 4;
  return { publicKey: { publicKey }, privateKey: { publicKey } };
}
