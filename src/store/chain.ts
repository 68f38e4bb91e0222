import { entryToBytes } from '#protocol/entry.ts';
import { chainHash } from '#protocol/chain.ts';
import { type ChainHashes, firstToOffer } from './apply/acknowledge.ts';
import type { PhoneDatabase } from './database.ts';
import type { Position } from './position.ts';
import type { LogRecord } from './records.ts';
import { sha256 } from './sha256.ts';

/** An entry's bytes, as they are hashed and sent. */
export function recordToBytes({ number, claimedAt, branch, name, version, args }: LogRecord): Uint8Array<ArrayBuffer> {
  return entryToBytes({ number, claimedAt, branch, name, version, args });
}

/** The chain's hash after some entries that follow each other. */
export function hashOver(before: Uint8Array, records: readonly LogRecord[]): Uint8Array {
  return records.reduce((hash: Uint8Array, record) => chainHash(sha256, hash, recordToBytes(record)), before);
}

/**
 * This device's chain at these numbers, as far as its log reaches. What the request offered was hashed when it was
 * sealed, so mostly nothing is hashed here.
 */
export async function chainHashes(
  database: PhoneDatabase,
  position: Position,
  offered: { readonly through: number; readonly headHash: Uint8Array } | null,
  numbers: readonly number[],
): Promise<ChainHashes> {
  const first = firstToOffer(position);
  const hashes = new Map([[first.number - 1, first.previousHash]]);
  if (offered !== null) hashes.set(offered.through, offered.headHash);
  const wanted = numbers.filter((number) => !hashes.has(number) && number >= first.number);
  if (wanted.length === 0) return hashes;
  let hash = first.previousHash;
  for (const record of await database.log
    .where('number')
    .between(first.number, Math.max(...wanted), true, true)
    .toArray()) {
    hash = chainHash(sha256, hash, recordToBytes(record));
    if (wanted.includes(record.number)) hashes.set(record.number, hash);
  }
  return hashes;
}
