import { toBytes } from '#protocol/canonical.ts';
import { MAX_SEGMENT_ENTRIES } from '#protocol/bounds.ts';
import { sealSegment } from '#protocol/segment.ts';
import { segmentFileSchema } from '#protocol/segment-file.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { firstToOffer } from './apply/acknowledge.ts';
import { hashOver, recordToBytes } from './chain.ts';
import type { PhoneDatabase } from './database.ts';
import { storedKeys } from './enrolment.ts';
import { readMeta, readPosition } from './meta.ts';
import type { PhoneStore } from './phone-store.ts';
import type { Position } from './position.ts';
import { isOpen } from './records.ts';
import { sha256 } from './sha256.ts';

/** Numbers of the log, both included. */
type Span = { readonly from: number; readonly to: number };

/**
 * Everything that the server has not acknowledged or has not taken, as one signed segment in a file (SPEC 4.4); null when there
 * is nothing. The log stays as it is: a file in somebody's pocket is not the server. Also of a phone that was revoked or forked.
 */
export async function exportUnsent(store: PhoneStore): Promise<Uint8Array | null> {
  const { database } = store;
  const [position, exceptions] = await Promise.all([readPosition(database), database.exceptions.toArray()]);
  const open = exceptions.filter(isOpen).map(({ number }) => number);
  const from = Math.max(Math.min(firstToOffer(position).number, ...open), position.keptFrom);
  return sealedFile(store, { from, to: from + MAX_SEGMENT_ENTRIES - 1 });
}

/** One record alone, likewise; null when it is not here any more. */
export async function exportRecord(store: PhoneStore, number: number): Promise<Uint8Array | null> {
  return sealedFile(store, { from: number, to: number });
}

async function sealedFile(store: PhoneStore, span: Span): Promise<Uint8Array | null> {
  const [found, keys] = await Promise.all([readSlice(store.database, span), storedKeys(store)]);
  if (found === null || keys === null) return null;
  const { identity, slice } = found;
  const log = { organisation: identity.organisation, device: identity.device };
  const segment = await sealSegment(log, slice, { sha256, sign: store.ports.signWith(keys.sign.privateKey) });
  return toBytes(segmentFileSchema, {
    purpose: 'dastarkhan-segment-file',
    version: PROTOCOL_VERSION,
    ...log,
    credential: identity.credential,
    segment,
  });
}

/** Read in one transaction, so that what is signed is what was there. */
async function readSlice(database: PhoneDatabase, { from, to }: Span) {
  return database.transaction('r', [database.meta, database.log], async () => {
    const [identity, position] = await Promise.all([readMeta(database, 'identity'), readPosition(database)]);
    const records = await database.log.where('number').between(from, to, true, true).toArray();
    if (identity === undefined || records.length === 0 || from < position.keptFrom) return null;
    const previousHash = await hashBefore(database, position, from);
    return { identity, slice: { firstNumber: from, previousHash, entries: records.map(recordToBytes) } };
  });
}

/** The chain's hash before an entry: known where the next request begins, else made from the last one that is kept. */
async function hashBefore(database: PhoneDatabase, position: Position, number: number): Promise<Uint8Array> {
  const offered = firstToOffer(position);
  const isAhead = number >= offered.number;
  const [from, start] = isAhead ? [offered.number, offered.previousHash] : [position.keptFrom, position.keptHash];
  const records = await database.log.where('number').between(from, number, true, false).toArray();
  return hashOver(start, records);
}
