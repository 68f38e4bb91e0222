import type { RejectionCode } from '#domain/rejection.ts';
import type { Deferral } from '#protocol/sync-answer.ts';
import type { Position } from './position.ts';
import type { ExceptionRecord } from './records.ts';

/**
 * Where a mutation of this phone is. `checking`: an earlier life of the server had it, and the restored one has not
 * said so yet.
 */
export type RecordState = 'onPhone' | 'checking' | 'onServer' | ExceptionRecord['status'];
export type RecordStanding = { readonly state: RecordState; readonly code: RejectionCode | Deferral | null };

/** The words of state are true only so: an exception first, else how far the log is acknowledged. */
export function recordStanding(
  number: number,
  position: Position,
  exception: ExceptionRecord | undefined,
): RecordStanding {
  if (exception !== undefined) return { state: exception.status, code: exception.code };
  if (number <= position.acknowledgedThrough) return { state: 'onServer', code: null };
  return { state: number <= position.acknowledgedBefore ? 'checking' : 'onPhone', code: null };
}
