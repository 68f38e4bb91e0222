import type { Cursor } from '#protocol/fields.ts';
import { MAX_ASKED, MAX_SEGMENT_ENTRIES } from '#protocol/bounds.ts';
import { firstToOffer } from './apply/acknowledge.ts';
import { recordToBytes } from './chain.ts';
import type { PhoneDatabase } from './database.ts';
import { readPosition } from './meta.ts';
import type { LogRecord } from './records.ts';
import type { PhoneStore } from './phone-store.ts';
import { asksOwnRows, type Position } from './position.ts';

/** A piece of the log, and the chain before it. */
export type Slice = {
  readonly firstNumber: number;
  readonly previousHash: Uint8Array;
  readonly entries: readonly Uint8Array[];
};

/** What the next request tells and offers: consistent, since it is read in one transaction. */
export type Offer = {
  readonly position: Position;
  readonly epoch: string | null;
  readonly cursor: Cursor | null;
  readonly wantsOwnRows: boolean;
  /** Numbers of deferred mutations: what became of them? */
  readonly asked: readonly number[];
  /** The next entries of the log that are not acknowledged, and the chain before them; null when there are none. */
  readonly slice: Slice | null;
  /** True when the log goes on beyond the slice. */
  readonly hasMore: boolean;
  /** The records that the slice was made of, and the position's mark at which they were read. */
  readonly records: readonly LogRecord[];
  readonly touchedAt: number | undefined;
};

/** What most entries weigh at least: so many records are read at once, before it is known what they weigh here. */
const USUAL_BYTES = 128;

/** Reads what the next request is made of; the slice weighs at most `maxBytes`, or is one entry. */
export async function readOffer({ database }: PhoneStore, maxBytes: number): Promise<Offer> {
  return database.transaction('r', [database.meta, database.log, database.exceptions], async () => {
    const position = await readPosition(database);
    const [piece, exceptions] = await Promise.all([
      position.isForked ? NOTHING : readPiece(database, { ...firstToOffer(position), position }, maxBytes),
      database.exceptions.toArray(),
    ]);
    const asked = exceptions.filter(({ status }) => status === 'deferred').map(({ number }) => number);
    return offerAt(position, asked.slice(0, MAX_ASKED), piece);
  });
}

/** What a phone that stands here tells and offers. */
export function offerAt(position: Position, asked: readonly number[], piece: Piece): Offer {
  const { epoch, cursor } = position;
  return { position, epoch, cursor, wantsOwnRows: asksOwnRows(position), asked, ...piece };
}

/** The log from here on, as much of it as weighs at most `maxBytes`, or one entry. */
export async function readAhead({ database }: PhoneStore, first: First, maxBytes: number): Promise<Piece> {
  return database.transaction('r', [database.meta, database.log], async () =>
    readPiece(database, { ...first, position: await readPosition(database) }, maxBytes),
  );
}

/** The next entries, null when there are none, and whether the log goes on beyond them. */
export type Piece = Pick<Offer, 'slice' | 'hasMore' | 'records' | 'touchedAt'>;
export const NOTHING: Piece = { slice: null, hasMore: false, records: [], touchedAt: undefined };
type First = ReturnType<typeof firstToOffer>;

async function readPiece(
  database: PhoneDatabase,
  { number, previousHash, position }: First & { readonly position: Position },
  maxBytes: number,
): Promise<Piece> {
  const { entries, records, hasMore } = await readEntries(database, number, maxBytes);
  if (entries.length === 0) return NOTHING;
  return { slice: { firstNumber: number, previousHash, entries }, hasMore, records, touchedAt: position.touchedAt };
}

type Entries = Pick<Piece, 'records' | 'hasMore'> & { readonly entries: readonly Uint8Array[] };

/** Few records are read beyond what fits. */
async function readEntries({ log }: PhoneDatabase, from: number, maxBytes: number): Promise<Entries> {
  const entries: Uint8Array[] = [];
  const records: LogRecord[] = [];
  let weight = 0;
  for (let limit = Math.ceil(maxBytes / USUAL_BYTES); ;) {
    const found = await log
      .where('number')
      .aboveOrEqual(from + entries.length)
      .limit(limit)
      .toArray();
    for (const record of found) {
      const bytes = recordToBytes(record);
      const isFull = entries.length >= MAX_SEGMENT_ENTRIES || (entries.length > 0 && weight + bytes.length > maxBytes);
      if (isFull) return { entries, records, hasMore: true };
      weight += bytes.length;
      entries.push(bytes);
      records.push(record);
    }
    if (found.length < limit) return { entries, records, hasMore: false };
    limit = 1 + Math.ceil(((maxBytes - weight) * entries.length) / Math.max(weight, 1));
  }
}
