import { useState, type ReactElement } from 'react';
import type { BranchId } from '#domain/scalars.ts';
import { actOf } from '#domain/branches-act.ts';
import { inviteLink, newInvite } from '#sync/new-invite.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../../common/client.tsx';
import { useWords } from '../../common/words.ts';
import { SendLink } from '../send-link.tsx';
import { ActDialog } from './act-dialog.tsx';

/** As long as an organiser's. */
const LIFE_MS = 3 * 24 * 60 * 60 * 1_000;

export type InviteDialogProps = {
  readonly branch: BranchId;
  readonly name: string;
  readonly onClose: () => void;
};

/** A link by which somebody of another branch joins this one: an organiser of theirs hands it on. */
export function InviteDialog({ branch, name, onClose }: InviteDialogProps): ReactElement {
  const { branches: words } = useWords('organiser');
  const { actions } = useWords('common');
  const { store } = useClient();
  const [invite] = useState(() => newInvite(webRandom));
  const [expiresAt] = useState(() => store.ports.clock.now() + LIFE_MS);
  const [isMade, setIsMade] = useState(false);
  const title = words.invite.title(name);
  if (!isMade)
    return (
      <ActDialog
        title={title}
        sendLabel={words.invite.make}
        toAct={() => actOf({ invite: { branch, id: invite.id, expiresAt } })}
        onDone={() => setIsMade(true)}
        onClose={onClose}
      >
        <p>{words.invite.lead}</p>
        <p>{words.invite.joined}</p>
      </ActDialog>
    );
  const link = inviteLink(window.location.origin, invite.secret);
  return (
    <Dialog isOpen title={title} closeLabel={actions.close} onClose={onClose}>
      <Stack>
        <p role="status">{link}</p>
        <SendLink link={link} text={words.invite.text(link)} />
        <p>{words.invite.once}</p>
      </Stack>
    </Dialog>
  );
}
