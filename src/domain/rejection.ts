/**
 * Why a mutation was refused. Only codes: the screen chooses the words. The first group comes from mutators, the second
 * from the server before any mutator ran.
 */
export const rejectionCodes = [
  'notAllowed',
  'notFound',
  'notYours',
  'closed',
  'notConfirmed',
  'wrongStatus',
  'codeTaken',
  'alreadyImported',
  'alreadyThere',
  'endsBeforeStart',
  'inviteUsed',
  'inviteRevoked',
  'inviteUnknown',
  'inviteExpired',
  'ownDevice',
  'changedMeanwhile',
  'tooMuchForRun',

  'malformed',
  'wrongBranch',
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];
export type Rejection = { readonly code: RejectionCode };
