import type { Standing } from '#domain/context.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import type { RejectionCode } from '#domain/rejection.ts';
import type { Body } from '#domain/rows.ts';
import type { Entry } from '#protocol/entry.ts';
import type { Deferral } from '#protocol/sync-answer.ts';

/** One entry of the log, as the tap's own transaction wrote it, and what it touched here. */
export type LogRecord = Entry & {
  /** The tap's own id: a tap that was tried twice is one mutation. */
  readonly tap: string;
  /** What the phone's hand might do then: it is run again by that. Not noted by the first versions. */
  readonly standing?: Standing;
  /** Key texts of the rows that it read, and of those that it wrote. */
  readonly read: readonly string[];
  readonly wrote: readonly string[];
};

/** The server's version of a row; null when it has none. */
export type ShadowRecord = { readonly key: string; readonly body: Body | null };

/** Why a mutation was not simply applied. Gone when it was applied after all, or when its entry is forgotten. */
export type ExceptionRecord = {
  readonly number: number;
  readonly status: 'rejected' | 'deferred' | 'quarantined' | 'erased';
  readonly code: RejectionCode | Deferral | null;
  /** A person has looked at it: it is told no more, but what became of the mutation stays known. */
  readonly isSeen: boolean;
};

/** True for what somebody still has to look at, or what the server waits with: nothing of it is forgotten. */
export function isOpen({ isSeen, status }: ExceptionRecord): boolean {
  return !isSeen && status !== 'erased';
}

/** A file of unsent work of another phone, as it lies on this device until the server has it, and some time after. */
export type CarriedFile = {
  /** Follows from the file's content: the same file is the same one, whoever opens it. */
  readonly id: string;
  readonly device: DeviceId;
  readonly member: RowId;
  readonly count: number;
  readonly bytes: Uint8Array;
  readonly takenAt: number;
  readonly outcome: CarriedOutcome | null;
};

/**
 * A picture of goods until the server has it. An `ArrayBuffer`, since some browsers lose blobs. It is kept before the record
 * that names it, so that no record is ever without: one that no record names is swept.
 */
export type HeldPicture = {
  readonly hash: string;
  readonly bytes: ArrayBuffer;
  readonly keptAt: number;
  /** How much of it the server had by its last word. */
  readonly sentBytes: number;
  /** The server asked to be left alone with it until then, by the phone's clock. */
  readonly notBefore: number;
};

/** What the server said: how many entries it keeps aside or refused, or why it took none. */
export type CarriedOutcome =
  | { readonly type: 'stored'; readonly at: number; readonly oddCount: number }
  | { readonly type: 'refused'; readonly code: string };
