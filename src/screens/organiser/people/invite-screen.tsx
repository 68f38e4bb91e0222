import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useSearchParams } from '../../common/router.tsx';
import type { EnrolledRole } from '#domain/people.ts';
import { MAX_NAME_LENGTH, type RowId } from '#domain/scalars.ts';
import type { Saved } from '#store/mutate.ts';
import { type Person, people } from '#store/queries/people.ts';
import { type NewInvite, newInvite } from '#sync/new-invite.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useClient } from '../../common/client.tsx';
import { Frame } from '../../common/frame.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { InviteShown, type MadeInvite } from './invite-shown.tsx';

/** Three days: long enough for somebody who comes tomorrow night, short enough for a lost piece of paper. */
const LIFE_MS = 3 * 24 * 60 * 60 * 1_000;

/** Makes an invitation and shows it. Its secret lives on this screen and nowhere else. */
export function InviteScreen(): ReactElement {
  const { people: words } = useWords('organiser');
  const [search] = useSearchParams();
  const known = useQuery(people);
  const [made, setMade] = useState<MadeInvite | undefined>(undefined);
  const member = search.get('member') as RowId | null;
  const person = known.type === 'known' && member !== null ? known.value.membersById.get(member) : undefined;
  return (
    <Frame title={words.inviteTitle} back="/people" density="dense">
      {made === undefined && known.type === 'known' ? <InviteForm person={person} onMade={setMade} /> : null}
      {made === undefined ? null : <InviteShown invite={made} onAnother={() => setMade(undefined)} />}
    </Frame>
  );
}

type InviteFormProps = {
  /** Whose next phone it shall let in; undefined for somebody new. */
  readonly person: Person | undefined;
  readonly onMade: (invite: MadeInvite) => void;
};

function InviteForm({ person, onMade }: InviteFormProps): ReactElement {
  const { people: words } = useWords('organiser');
  const { store } = useClient();
  const saving = useSave();
  const [role, setRole] = useState<EnrolledRole>(person?.role ?? 'driver');
  const [label, setLabel] = useState(person?.name ?? '');
  // Made once for the form: saving again what is unsure must be the same invitation.
  const [invite] = useState<NewInvite>(() => newInvite(webRandom));
  const [expiresAt] = useState(() => store.ports.clock.now() + LIFE_MS);
  const finish = (saved: readonly Saved[] | null): void => {
    const [first] = saved ?? [];
    if (first === undefined) return;
    onMade({ secret: invite.secret, number: first.number, role, label: label.trim(), expiresAt });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const args = { id: invite.id, role, label: label.trim(), expiresAt, member: person?.id ?? null };
    void saving.save({ name: 'inviteCreate', args }).then(finish);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="large">
        {person === undefined ? (
          <WhomFields role={role} onRole={setRole} label={label} onLabel={setLabel} />
        ) : (
          <p>{words.inviteFor(person.name)}</p>
        )}
        <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
        <Button type="submit" look="primary" icon="qr" width="full" isBusy={saving.standing.type === 'saving'}>
          {words.inviteMake}
        </Button>
      </Stack>
    </form>
  );
}

type WhomFieldsProps = {
  readonly role: EnrolledRole;
  readonly onRole: (role: EnrolledRole) => void;
  readonly label: string;
  readonly onLabel: (label: string) => void;
};

function WhomFields({ role, onRole, label, onLabel }: WhomFieldsProps): ReactElement {
  const { people: words } = useWords('organiser');
  const { roles } = useWords('common');
  return (
    <>
      <Chips
        label={words.inviteRole}
        options={(['driver', 'organiser'] as const).map((value) => ({ value, label: roles[value] }))}
        value={role}
        onChange={onRole}
      />
      {role === 'organiser' ? <p>{words.inviteOrganiserNote}</p> : null}
      <TextInput
        label={words.inviteLabel}
        hint={words.inviteLabelHint}
        value={label}
        onChange={onLabel}
        maxLength={MAX_NAME_LENGTH}
      />
    </>
  );
}
