import type { EnrolFailure } from '#sync/enrol.ts';
import type { EnrolWords } from '#i18n/enrol/en.ts';
import type { ErrorWords } from '#i18n/errors/en.ts';
import type { Trouble } from '#i18n/trouble.ts';

/** The words for an enrolment that did not come about; what is already true ("joined already") has words of its own. */
export function enrolTrouble({ code }: EnrolFailure, words: EnrolWords, errors: ErrorWords): Trouble {
  switch (code) {
    case 'unreachable':
    case 'notOurServer':
    case 'keysNotKept':
    case 'busyElsewhere':
      return words.troubles[code];
    case 'noCrypto':
      return words.troubles.insecure;
    case 'alreadyEnrolled':
      return errors.rejections.alreadyThere;
    case 'full':
      return errors.storage.full;
    case 'storageLost':
      return errors.storage.lost;
    default:
      return errors.problems[code];
  }
}
