import type { Cursor } from '#protocol/fields.ts';
import { MAX_ASKED, MAX_SEGMENT_ENTRIES } from '#protocol/bounds.ts';
import { firstToOffer } from './apply/acknowledge.ts';
import { recordToBytes } from './chain.ts';
import { readPosition } from './meta.ts';
import type { PhoneStore } from './phone-store.ts';
import { asksOwnRows, type Position } from './position.ts';

/** What the next request tells and offers: consistent, since it is read in one transaction. */
export type Offer = {
  readonly position: Position;
  readonly epoch: string | null;
  readonly cursor: Cursor | null;
  readonly wantsOwnRows: boolean;
  /** Numbers of deferred mutations: what became of them? */
  readonly asked: readonly number[];
  /** The next entries of the log that are not acknowledged, and the chain before them; null when there are none. */
  readonly slice: {
    readonly firstNumber: number;
    readonly previousHash: Uint8Array;
    readonly entries: readonly Uint8Array[];
  } | null;
  /** True when the log goes on beyond the slice. */
  readonly hasMore: boolean;
};

/** The smallest entry weighs about this much: no more records are read than can fit. */
const SMALLEST_ENTRY_BYTES = 48;

/** Reads what the next request is made of; the slice weighs at most `maxBytes`, or is one entry. */
export async function readOffer({ database }: PhoneStore, maxBytes: number): Promise<Offer> {
  return database.transaction('r', [database.meta, database.log, database.exceptions], async () => {
    const position = await readPosition(database);
    const first = firstToOffer(position);
    const limit = Math.min(MAX_SEGMENT_ENTRIES, Math.ceil(maxBytes / SMALLEST_ENTRY_BYTES)) + 1;
    const [records, exceptions] = await Promise.all([
      position.isForked ? [] : database.log.where('number').aboveOrEqual(first.number).limit(limit).toArray(),
      database.exceptions.where('number').above(0).toArray(),
    ]);
    const bytes = records.map(recordToBytes);
    const entries = within(bytes, maxBytes);
    const asked = exceptions.filter(({ status }) => status === 'deferred').map(({ number }) => number);
    return {
      position,
      epoch: position.epoch,
      cursor: position.cursor,
      wantsOwnRows: asksOwnRows(position),
      asked: asked.slice(0, MAX_ASKED),
      slice: entries.length === 0 ? null : { firstNumber: first.number, previousHash: first.previousHash, entries },
      hasMore: entries.length < bytes.length,
    };
  });
}

function within(entries: readonly Uint8Array[], maxBytes: number): readonly Uint8Array[] {
  let weight = 0;
  const end = entries.findIndex((entry, index) => {
    weight += entry.length;
    return index >= MAX_SEGMENT_ENTRIES || (index > 0 && weight > maxBytes);
  });
  return end < 0 ? entries : entries.slice(0, end);
}
