import type { ReactElement } from 'react';
import type { EnrolWords } from '#i18n/enrol/en.ts';
import type { ErrorWords } from '#i18n/errors/en.ts';
import type { Trouble } from '#i18n/trouble.ts';
import type { EnrolFailure } from '#sync/enrol.ts';
import { TroubleBanner } from '../common/trouble-banner.tsx';
import { useWords } from '../common/words.ts';

/** Why the enrolment did not come about, what is safe, what to do. */
export function EnrolTrouble({ failure }: { readonly failure: EnrolFailure }): ReactElement {
  const words = useWords('enrol');
  const errors = useWords('errors');
  return (
    <div role="alert">
      <TroubleBanner trouble={enrolTrouble(failure, words, errors)} />
    </div>
  );
}

function enrolTrouble({ code }: EnrolFailure, words: EnrolWords, errors: ErrorWords): Trouble {
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
