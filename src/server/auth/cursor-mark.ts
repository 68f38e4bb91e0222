import { createHmac, timingSafeEqual } from 'node:crypto';
import { bytesToBase32 } from '#lib/base32.ts';
import type { BranchId } from '#domain/scalars.ts';

/** What a mark vouches for: that this number of the branch's history was given out in this life of the database. */
export type Place = { readonly epoch: string; readonly branch: BranchId; readonly number: number };

/** The marks of cursors (SPEC 8.9). Phones keep them and give them back; only this server can make one. */
export type CursorMarks = {
  /** The mark of a number that this commit gave out. */
  readonly markOf: (place: Place, commitMark: string) => string;
  /** True for a mark that this server made for this place, whether or not the database still knows of it. */
  readonly isOurs: (place: Place, mark: string) => boolean;
};

/** So much of the commit's own random mark tells two histories apart that gave out the same number. */
const COMMIT_LENGTH = 6;
/** Thirty-five bits: a phone that guesses at the rate at which it may ask would need a century. */
const PROOF_LENGTH = 7;

/** Marks under a key that every process of the server can derive, and nobody else. */
export function cursorMarks(key: Uint8Array): CursorMarks {
  const proved = ({ epoch, branch, number }: Place, commit: string): string => {
    const mac = createHmac('sha256', key).update(`${epoch} ${branch} ${number} ${commit}`).digest();
    return commit + bytesToBase32(mac.subarray(0, COMMIT_LENGTH)).slice(0, PROOF_LENGTH);
  };
  return {
    markOf: (place, commitMark) => proved(place, commitMark.slice(0, COMMIT_LENGTH)),
    isOurs: (place, mark) => {
      const right = proved(place, mark.slice(0, COMMIT_LENGTH));
      return right.length === mark.length && timingSafeEqual(Buffer.from(right), Buffer.from(mark));
    },
  };
}
