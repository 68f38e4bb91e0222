import { concatBytes } from '#lib/bytes.ts';
import type { Sha256 } from '#lib/ports.ts';

/** What stands before the first entry of every log. */
export const CHAIN_START: Uint8Array<ArrayBuffer> = new Uint8Array(32);

/** The next hash of a log: `h_n = SHA-256(h_(n-1) || entry_n)` (SPEC 3). 32 bytes. */
export function chainHash(sha256: Sha256, previous: Uint8Array, entry: Uint8Array): Uint8Array {
  return sha256(concatBytes(previous, entry));
}

/** The hashes after each of several entries, in their order. */
export function chainHashes(
  sha256: Sha256,
  previous: Uint8Array,
  entries: readonly Uint8Array[],
): readonly Uint8Array[] {
  const longest = entries.reduce((length, entry) => Math.max(length, entry.length), 0);
  const scratch = new Uint8Array(previous.length + longest);
  let hash = previous;
  return entries.map((entry) => {
    scratch.set(hash);
    scratch.set(entry, hash.length);
    hash = sha256(scratch.subarray(0, hash.length + entry.length));
    return hash;
  });
}

/** The hash after several entries. */
export function chainHead(sha256: Sha256, previous: Uint8Array, entries: readonly Uint8Array[]): Uint8Array {
  return chainHashes(sha256, previous, entries).at(-1) ?? previous;
}
