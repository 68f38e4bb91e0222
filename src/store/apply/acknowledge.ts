import { isSameBytes } from '#lib/bytes.ts';
import type { Acknowledgement } from '#protocol/acknowledgement.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import { type NumberRange, withRange } from '../number-ranges.ts';
import type { Position } from '../position.ts';

/** One mark a day is enough to know what was acknowledged thirty days ago. */
const MARK_DISTANCE_MS = 24 * 60 * 60 * 1000;

/** This device's chain, as far as somebody asked: the hash at a number, undefined beyond the log's end. */
export type ChainHashes = ReadonlyMap<number, Uint8Array>;

export type Believed = { readonly type: 'believed'; readonly position: Position } | { readonly type: 'forked' };

/**
 * Takes in how far the log is on the server (SPEC 7.2, 7.4). The acknowledgement's signature was checked before.
 * @param offeredThrough the last number that the request carried, or what was acknowledged before it
 * @param hashes this device's own chain at `storedThrough` and at the number that will count as acknowledged
 */
export function believeAcknowledgement(
  before: Position,
  acknowledgement: Acknowledgement,
  offeredThrough: number,
  hashes: ChainHashes,
): Believed {
  const { storedThrough, backedUpThrough, serverAt } = acknowledgement;
  const heard = {
    ...before,
    serverAt,
    backedUpThrough: Math.max(before.backedUpThrough, Math.min(backedUpThrough, before.acknowledgedThrough)),
  };
  if (storedThrough < before.acknowledgedThrough || storedThrough < before.keptFrom - 1)
    return { type: 'believed', position: heard };
  const own = hashes.get(storedThrough);
  if (own === undefined || !isSameBytes(own, acknowledgement.headHash)) return { type: 'forked' };
  const through = believedThrough(before, storedThrough, offeredThrough);
  const hash = hashes.get(through);
  if (through === before.acknowledgedThrough || hash === undefined) return { type: 'believed', position: heard };
  return {
    type: 'believed',
    position: {
      ...heard,
      acknowledgedThrough: through,
      acknowledgedHash: hash,
      acknowledgedMarks: withMark(before, through, serverAt),
    },
  };
}

/** No further than what was offered: what became of the rest must still be heard. */
export function believedThrough(before: Position, storedThrough: number, offeredThrough: number): number {
  return Math.min(storedThrough, Math.max(offeredThrough, before.acknowledgedThrough));
}

/** The first entry that the next request offers, and the chain's hash before it. */
export function firstToOffer(position: Position): { readonly number: number; readonly previousHash: Uint8Array } {
  return position.acknowledgedThrough + 1 >= position.keptFrom
    ? { number: position.acknowledgedThrough + 1, previousHash: position.acknowledgedHash }
    : { number: position.keptFrom, previousHash: position.keptHash };
}

/**
 * A new life of the server's database (SPEC 10.3): all that is kept is offered again and pulled from the beginning.
 * @param ineffective numbers that the former life refused or kept aside: they do not run here until the new one says so
 */
export function inNewEpoch(before: Position, epoch: string, ineffective: readonly number[]): Position {
  const forgotten: readonly NumberRange[] = withRange([], { from: 1, to: Math.max(before.keptFrom - 1, 1) });
  const settled = ineffective.reduce((ranges, number) => withRange(ranges, { from: number, to: number }), forgotten);
  return {
    ...before,
    epoch,
    cursor: null,
    scope: null,
    acknowledgedThrough: 0,
    acknowledgedHash: CHAIN_START,
    acknowledgedBefore: Math.max(before.acknowledgedBefore, before.acknowledgedThrough),
    acknowledgedMarks: [],
    backedUpThrough: 0,
    applied: [],
    settled,
    wantsOwnRows: false,
  };
}

function withMark({ acknowledgedMarks }: Position, through: number, serverAt: number): Position['acknowledgedMarks'] {
  const last = acknowledgedMarks.at(-1);
  const isDue = through > (last?.through ?? 0) && serverAt >= (last?.serverAt ?? 0) + MARK_DISTANCE_MS;
  return isDue ? [...acknowledgedMarks, { through, serverAt }] : acknowledgedMarks;
}
