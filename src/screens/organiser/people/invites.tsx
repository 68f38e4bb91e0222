import type { ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
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
        {alike(open).map(({ first: { id, role, label, expiresAt }, ids }) => (
          <ListRow
            key={id}
            icon="qr"
            title={label === '' ? words.forAnyone : label}
            detail={[
              ids.length === 1 ? '' : words.invitations(ids.length),
              roles[role],
              words.inviteUntil(clock.timeText(expiresAt)),
            ]
              .filter((text) => text !== '')
              .join(' · ')}
            end={
              <Button size="dense" onPress={() => void saving.save(...ids.map(revocation))}>
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

type Alike = { readonly first: KnownInvite; readonly ids: readonly RowId[] };

/** Those of one sheet of paper are one line: nobody can tell them apart, and what is left over goes together. */
function alike(invites: readonly KnownInvite[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const invite of invites) {
    const key = [invite.role, invite.label, invite.member, invite.expiresAt].join(' ');
    const known = groups.get(key);
    groups.set(key, { first: known?.first ?? invite, ids: [...(known?.ids ?? []), invite.id] });
  }
  return [...groups.values()];
}

function revocation(id: RowId): Mutation {
  return { name: 'inviteRevoke', args: { id } };
}
