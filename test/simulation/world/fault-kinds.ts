/** Everything that may go wrong. A run over many seeds must have seen each of them. */
export const FAULT_KINDS = [
  'requestLost',
  'answerLost',
  'requestLate',
  'answerLate',
  'requestTwice',
  'answerTruncated',
  'answerHtml',
  'answerStale',
  'partition',
  'clockJump',
  'phoneCrashBeforeCommit',
  'phoneCrashAfterCommit',
  'phoneStorageError',
  'phoneStorageFull',
  'serverCrashBeforeCommit',
  'serverCrashAfterCommit',
  'serverStorageError',
  'clone',
  'revoke',
  'roleChange',
  'forgery',
  'restoreTold',
  'restoreSilent',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];
export type FaultCounts = Readonly<Record<FaultKind, number>>;

export function noFaults(): Record<FaultKind, number> {
  return Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0])) as Record<FaultKind, number>;
}
