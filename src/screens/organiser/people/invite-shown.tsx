import { useState, type ReactElement } from 'react';
import type { EnrolledRole } from '#domain/people.ts';
import { mutationStanding } from '#store/queries/mutation-standing.ts';
import { inviteCode, inviteLink } from '#sync/new-invite.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';
import { Stack } from '#ui/stack.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { linkToModules } from './link-to-modules.ts';
import styles from './people.module.css';

export type MadeInvite = {
  readonly secret: string;
  /** The mutation that carries its hash to the server. */
  readonly number: number;
  readonly role: EnrolledRole;
  readonly label: string;
  readonly expiresAt: number;
};

export type InviteShownProps = { readonly invite: MadeInvite; readonly onAnother: () => void };

/** The picture to scan, the code to say, the link to send; and whether the server knows it yet. */
export function InviteShown({ invite, onAnother }: InviteShownProps): ReactElement {
  const { people: words } = useWords('organiser');
  const { roles } = useWords('common');
  const clock = useBranchClock();
  const link = inviteLink(window.location.origin, invite.secret);
  const whom = [roles[invite.role], invite.label].filter((text) => text !== '').join(' · ');
  return (
    <Stack>
      <InviteStanding number={invite.number} />
      <div className={styles['invite']}>
        <p>
          <strong>{whom}</strong>
        </p>
        <p>{words.inviteScan}</p>
        <div className={styles['picture']}>
          <QrPicture modules={linkToModules(link)} label={words.picture} />
        </div>
        <p>{words.inviteCode}</p>
        <p className={styles['code']}>{inviteCode(invite.secret)}</p>
        <p>{words.inviteLink}</p>
        <p className={styles['link']}>{link}</p>
        <SendLink link={link} />
        <p>{`${words.inviteOnce} ${clock === undefined ? '' : words.inviteUntil(clock.timeText(invite.expiresAt))}`}</p>
        <p>{words.inviteGone}</p>
      </div>
      <Button icon="plus" onPress={onAnother}>
        {words.inviteAnother}
      </Button>
    </Stack>
  );
}

/** Without the server's word a scan would fail, and nobody would know why. */
function InviteStanding({ number }: { readonly number: number }): ReactElement {
  const { people: words } = useWords('organiser');
  const standing = useQuery(mutationStanding, number);
  const isReady = standing.type === 'known' && standing.value.state === 'onServer';
  return (
    <div role="status">
      <Banner
        tone="info"
        icon={isReady ? 'tick' : 'clock'}
        title={isReady ? words.inviteReady : words.inviteNotSentYet}
      />
    </div>
  );
}

/** The phone's own way to send, where it has one; copying everywhere. */
function SendLink({ link }: { readonly link: string }): ReactElement {
  const { people: words } = useWords('organiser');
  const { actions } = useWords('common');
  const [isCopied, setIsCopied] = useState(false);
  const copy = (): void => {
    // A browser that refuses the clipboard still shows the link, which can be marked and copied by hand.
    navigator.clipboard.writeText(link).then(
      () => setIsCopied(true),
      () => setIsCopied(false),
    );
  };
  const share = (): void => {
    // Closing the phone's own sheet is an answer too.
    navigator.share({ text: words.inviteText(link) }).catch(() => {});
  };
  return (
    <Stack direction="row" gap="small">
      {'share' in navigator ? (
        <Button icon="share" onPress={share}>
          {words.inviteShare}
        </Button>
      ) : null}
      <Button icon={isCopied ? 'tick' : 'copy'} onPress={copy}>
        {isCopied ? actions.copied : actions.copy}
      </Button>
    </Stack>
  );
}
