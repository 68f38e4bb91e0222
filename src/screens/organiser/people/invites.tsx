import type { ReactElement } from 'react';
import type { KnownInvite } from '#store/queries/people.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';

export type InvitesProps = { readonly invites: readonly KnownInvite[]; readonly clock: BranchClock };

/** Invitations that can still be used; a lost one is withdrawn here. */
export function Invites({ invites, clock }: InvitesProps): ReactElement | null {
  const { people: words } = useWords('organiser');
  const { roles } = useWords('common');
  const saving = useSave();
  const open = invites.filter(({ status, expiresAt }) => status === 'open' && expiresAt > clock.now);
  if (open.length === 0) return null;
  return (
    <Section heading={words.openInvites}>
      <List>
        {open.map(({ id, role, label, expiresAt }) => (
          <ListRow
            key={id}
            icon="qr"
            title={label === '' ? words.forAnyone : label}
            detail={`${roles[role]} · ${words.inviteUntil(clock.timeText(expiresAt))}`}
            end={
              <Button size="dense" onPress={() => void saving.save({ name: 'inviteRevoke', args: { id } })}>
                {words.revokeInvite}
              </Button>
            }
          />
        ))}
      </List>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </Section>
  );
}
