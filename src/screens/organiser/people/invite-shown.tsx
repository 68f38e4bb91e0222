import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { inviteStanding } from '#store/queries/invite-standing.ts';
import { inviteCode, inviteLink } from '#sync/new-invite.ts';
import { Button } from '#ui/button.tsx';
import { QrPicture } from '#ui/qr-picture.tsx';
import { Stack } from '#ui/stack.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { linkToModules } from '../link-to-modules.ts';
import { SendLink } from '../send-link.tsx';
import { InviteStanding } from './invite-standing.tsx';
import styles from './people.module.css';
import type { MadeInvite } from './use-make-invite.ts';
import { useWatchServer } from './use-watch-server.ts';

export type InviteShownProps = {
  readonly invite: MadeInvite;
  /** Somebody came by it. */
  readonly onUsed: (name: string) => void;
  readonly onAnother: () => void;
};

/** The picture to scan, the code to say, the link to send; and whether the server knows it yet. */
export function InviteShown({ invite, onUsed, onAnother }: InviteShownProps): ReactElement {
  const used = useUsed(invite, onUsed);
  const { people: words } = useWords('organiser');
  return (
    <Stack>
      {used ? null : (
        <>
          <InviteStanding number={invite.number} />
          <InviteOffer invite={invite} />
        </>
      )}
      <Button icon="plus" onPress={onAnother}>
        {words.inviteAnother}
      </Button>
    </Stack>
  );
}

function InviteOffer({ invite }: { readonly invite: MadeInvite }): ReactElement {
  const { people: words } = useWords('organiser');
  const { roles } = useWords('common');
  const clock = useBranchClock();
  const link = inviteLink(window.location.origin, invite.secret);
  const whom = [roles[invite.role], invite.label].filter((text) => text !== '').join(' · ');
  return (
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
      <SendLink link={link} text={words.inviteText(link)} />
      <p>{`${words.inviteOnce} ${clock === undefined ? '' : words.inviteUntil(clock.timeText(invite.expiresAt))}`}</p>
      <p>{words.inviteGone}</p>
    </div>
  );
}

/** True once somebody came by it, which is told once. */
function useUsed({ id }: MadeInvite, onUsed: (name: string) => void): boolean {
  const answer = useQuery(inviteStanding, id);
  const used = answer.type === 'known' && answer.value?.status === 'used' ? answer.value.joined : undefined;
  useWatchServer(used === undefined ? 'awaiting' : 'over');
  const tell = useEffectEvent(onUsed);
  useEffect(() => {
    // The name comes with the person's row, which may be one page behind.
    if (used !== undefined && used !== '') tell(used);
  }, [used]);
  return used !== undefined;
}
