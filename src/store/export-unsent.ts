import { toBytes } from '#protocol/canonical.ts';
import { MAX_SEGMENT_ENTRIES } from '#protocol/bounds.ts';
import { sealSegment } from '#protocol/segment.ts';
import { segmentFileSchema } from '#protocol/segment-file.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { firstToOffer } from './apply/acknowledge.ts';
import { recordToBytes } from './chain.ts';
import type { PhoneDatabase } from './database.ts';
import { storedKeys } from './enrolment.ts';
import { readMeta, readPosition } from './meta.ts';
import type { PhoneStore } from './phone-store.ts';
import { sha256 } from './sha256.ts';

/**
 * Everything that the server has not acknowledged, as one signed segment in a file (SPEC 4.4); null when there is nothing.
 * The log stays as it is: a file in somebody's pocket is not the server. Also of a phone that was revoked or forked.
 */
export async function exportUnsent(store: PhoneStore): Promise<Uint8Array | null> {
  const [unsent, keys] = await Promise.all([readUnsent(store.database), storedKeys(store)]);
  if (unsent === null || keys === null) return null;
  const { identity, slice } = unsent;
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
async function readUnsent(database: PhoneDatabase) {
  return database.transaction('r', [database.meta, database.log], async () => {
    const [identity, position] = await Promise.all([readMeta(database, 'identity'), readPosition(database)]);
    const first = firstToOffer(position);
    const records = await database.log.where('number').aboveOrEqual(first.number).limit(MAX_SEGMENT_ENTRIES).toArray();
    if (identity === undefined || records.length === 0) return null;
    const entries = records.map(recordToBytes);
    return { identity, slice: { firstNumber: first.number, previousHash: first.previousHash, entries } };
  });
}
