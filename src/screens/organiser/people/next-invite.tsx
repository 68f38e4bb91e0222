import { useEffect, useEffectEvent, type ReactElement } from 'react';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { type Invited, type MadeInvite, useMakeInvite } from './use-make-invite.ts';

export type NextInviteProps = { readonly invited: Invited; readonly onMade: (invite: MadeInvite) => void };

/** Makes the next invitation by itself: in a room full of people nobody has a hand free for a form. */
export function NextInvite({ invited, onMade }: NextInviteProps): ReactElement {
  const { saving, make, retry } = useMakeInvite();
  const begin = useEffectEvent(() => void make(invited).then(finish));
  useEffect(() => begin(), []);
  function finish(made: MadeInvite | null): void {
    if (made !== null) onMade(made);
  }
  return <SaveTrouble saving={saving} onRetry={() => void retry().then(finish)} />;
}
