import type { ReactElement } from 'react';
import type { EnrolWords } from '#i18n/enrol/en.ts';
import { inviteCode, inviteLink } from '#sync/new-invite.ts';
import { QrPicture } from '#ui/qr-picture.tsx';
import { linkToModules } from '../link-to-modules.ts';
import styles from './invite-sheet.module.css';

export type InviteSlipProps = {
  readonly secret: string;
  readonly branch: string;
  /** In the language of whoever gets it. */
  readonly words: EnrolWords['slip'];
  /** When it ends, in the same language. */
  readonly until: string;
};

/** One slip to be cut off and given away: a picture, a code, three lines. */
export function InviteSlip({ secret, branch, words, until }: InviteSlipProps): ReactElement {
  const { origin, host } = window.location;
  return (
    <li className={styles['slip']}>
      <p className={styles['branch']}>{branch}</p>
      <div className={styles['picture']}>
        <QrPicture modules={linkToModules(inviteLink(origin, secret))} label={inviteCode(secret)} />
      </div>
      <p className={styles['code']}>{inviteCode(secret)}</p>
      <p>{words.scan}</p>
      <p>{words.type(host)}</p>
      <p>{words.once(until)}</p>
    </li>
  );
}
