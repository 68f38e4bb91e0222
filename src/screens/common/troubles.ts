import { unreachable } from '#lib/assert.ts';
import { type RejectionCode, rejectionCodes } from '#domain/rejection.ts';
import type { ErrorWords } from '#i18n/errors/en.ts';
import type { Trouble as TroubleWords } from '#i18n/trouble.ts';
import type { OpenFailure } from '#store/open-database.ts';
import type { SaveFailure } from '#store/save.ts';
import type { RecordStanding } from '#store/unsent-state.ts';
import type { Trouble } from '#sync/sync-state.ts';

/** The words for a tap that was not saved. */
export function saveTrouble(failure: SaveFailure, errors: ErrorWords): TroubleWords {
  switch (failure.code) {
    case 'refused':
      return errors.rejections[failure.rejection.code];
    case 'notKnownToBeSaved':
      return errors.storage.notKnownSaved;
    case 'full':
      return errors.storage.full;
    case 'storageLost':
      return errors.storage.lost;
    case 'notEnrolled':
      return errors.storage.cleared;
    default:
      return unreachable(failure);
  }
}

/** The words for a sync that did not succeed. */
export function syncTrouble(trouble: Trouble, errors: ErrorWords): TroubleWords {
  switch (trouble) {
    case 'unreachable':
      return errors.connection.unreachable;
    case 'notOurServer':
      return errors.connection.captive;
    case 'busy':
      return errors.connection.busy;
    case 'sentMuch':
      return errors.connection.sentMuch;
    case 'revoked':
      return errors.connection.revoked;
    case 'forked':
      return errors.deferrals.fork;
    case 'tooOld':
      return errors.connection.outdated;
    case 'fault':
      return errors.problems.fault;
    case 'storageLost':
      return errors.storage.lost;
    default:
      return unreachable(trouble);
  }
}

/** Only these need a person: the others pass by themselves, and are what offline work looks like. */
export function needsPerson(trouble: Trouble): boolean {
  return ['revoked', 'forked', 'tooOld', 'storageLost'].includes(trouble);
}

/** The words for why a record was refused, deferred or kept aside. */
export function recordTrouble(code: RecordStanding['code'], errors: ErrorWords): TroubleWords {
  if (code === null) return errors.unknownCode('-');
  return isRejection(code) ? errors.rejections[code] : errors.deferrals[code];
}

/** The words for a memory that could not be opened. */
export function openTrouble(failure: OpenFailure, errors: ErrorWords): TroubleWords {
  switch (failure.code) {
    case 'unavailable':
      return errors.storage.notPossible;
    case 'blocked':
      return errors.storage.blocked;
    case 'newerDatabase':
      return errors.storage.newerDatabase;
    case 'hung':
      return errors.storage.lost;
    default:
      return unreachable(failure.code);
  }
}

function isRejection(code: NonNullable<RecordStanding['code']>): code is RejectionCode {
  return rejectionCodes.some((known) => known === code);
}
