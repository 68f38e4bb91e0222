import { CHAIN_START } from '#protocol/chain.ts';
import type { Cursor } from '#protocol/fields.ts';
import type { AppliedRange, NumberRange } from './number-ranges.ts';

/**
 * Where this phone stands towards the server. One small record, read and written in the transactions that depend on it.
 */
export type Position = {
  /** Raised by every answer that is laid: while it is the same, so are the identity and what the shadow was cleared of. */
  readonly revision: number;
  /**
   * The revision at which an answer last changed which rows entries of the log touch: what was read of the log is the log
   * as long as this is the same. Not noted by the first versions.
   */
  readonly touchedAt?: number;
  /** The life of the server's database that all of the following belongs to; null before the first answer. */
  readonly epoch: string | null;
  readonly cursor: Cursor | null;
  readonly scope: string | null;
  /**
   * `never`: nothing was pulled yet. `partial`: a pull from the beginning is under way, so an absence says nothing.
   * `whole`: what the server shows to this phone was here, all of it, at `heardAt`.
   */
  readonly rows: 'never' | 'partial' | 'whole';
  /** The feeds held more beyond the cursor when they were last heard. */
  readonly hasMore: boolean;
  /** True while a pull from the beginning runs over rows of an earlier one, which it must sweep when it ends. */
  readonly isSweeping: boolean;
  /** The log is on the server up to this number, said by an acknowledgement of this epoch; and the chain's hash there. */
  readonly acknowledgedThrough: number;
  readonly acknowledgedHash: Uint8Array;
  /** The furthest that any earlier epoch acknowledged: what lies between reads "checking". */
  readonly acknowledgedBefore: number;
  /**
   * Entries below this number are forgotten, since the server holds them and a backup of it; and the chain's hash before
   * it. New numbers are never below it, whatever was deleted.
   */
  readonly keptFrom: number;
  readonly keptHash: Uint8Array;
  /** When, by the server's time, the log was acknowledged how far; at most one mark a day. */
  readonly acknowledgedMarks: readonly { readonly through: number; readonly serverAt: number }[];
  readonly backedUpThrough: number;
  /** Applied on the server at `version`, which the cursor has not reached yet. */
  readonly applied: readonly AppliedRange[];
  /** Mutations that no longer run on top of the server's rows: their effect is in them, or they have none. */
  readonly settled: readonly NumberRange[];
  /** The hash over own rows did not match: the next pull asks for them whole. */
  readonly wantsOwnRows: boolean;
  /** Another copy of this phone has written under the same numbers: nothing is pushed any more. */
  readonly isForked: boolean;
  /** When the server was last heard, by its own clock and by this phone's. */
  readonly serverAt: number | null;
  readonly heardAt: number | null;
};

export const FIRST_POSITION: Position = {
  revision: 0,
  epoch: null,
  cursor: null,
  scope: null,
  rows: 'never',
  hasMore: false,
  isSweeping: false,
  acknowledgedThrough: 0,
  acknowledgedHash: CHAIN_START,
  acknowledgedBefore: 0,
  keptFrom: 1,
  keptHash: CHAIN_START,
  acknowledgedMarks: [],
  backedUpThrough: 0,
  applied: [],
  settled: [],
  wantsOwnRows: false,
  isForked: false,
  serverAt: null,
  heardAt: null,
};

/**
 * Whether the next pull asks for this device's own rows whole: after a hash that did not match, and while a pull from the
 * beginning runs, which must hear of every row by its name.
 */
export function asksOwnRows(position: Position): boolean {
  return position.wantsOwnRows || position.isSweeping || position.rows === 'partial';
}

/** True for the same place in the same history, or the beginning twice. */
export function isSameCursor(a: Cursor | null, b: Cursor | null): boolean {
  return a === null || b === null ? a === b : a.number === b.number && a.mark === b.mark;
}

/** The same place, after one answer more. */
export function inNewRevision(position: Position): Position {
  return { ...position, revision: position.revision + 1 };
}
