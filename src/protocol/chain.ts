import { concatBytes } from '#lib/bytes.ts';
import type { Sha256 } from '#lib/ports.ts';

/** What stands before the first entry of every log. */
export const CHAIN_START: Uint8Array<ArrayBuffer> = new Uint8Array(32);

/** The next hash of a log: `h_n = SHA-256(h_(n-1) || entry_n)` (SPEC 3). 32 bytes. */
export function chainHash(sha256: Sha256, previous: Uint8Array, entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(previous, entry));
}

/** The hash after several entries. */
export function chainHead(sha256: Sha256, previous: Uint8Array, entries: readonly Uint8Array[]): Uint8Array {
  return entries.reduce((hash, entry) => chainHash(sha256, hash, entry), previous);
}
