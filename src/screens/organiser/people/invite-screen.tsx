import { useState, type ReactElement, type SyntheticEvent } from 'react';
import { useSearchParams } from '../../common/router.tsx';
import { type EnrolledRole, givenRoles } from '#domain/people.ts';
import { MAX_NAME_LENGTH, type RowId } from '#domain/scalars.ts';
import { type Person, people } from '#store/queries/people.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Frame } from '../../common/frame.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { NextFirstStep } from '../first/next-first-step.tsx';
import { useWords } from '../../common/words.ts';
import { InviteShown } from './invite-shown.tsx';
import { NextInvite } from './next-invite.tsx';
import { type Invited, type MadeInvite, useMakeInvite } from './use-make-invite.ts';

/**
 * Makes an invitation and shows it. Its secret lives on this screen and nowhere else.
 *
 *   form --made--> shown --somebody came by it--> next (makes one more) --made--> shown ...
 *     ^--another------'
 */
export function InviteScreen(): ReactElement {
  const { people: words } = useWords('organiser');
  const [search] = useSearchParams();
  const known = useQuery(people);
  const [step, setStep] = useState<Step>({ type: 'form' });
  const [joined, setJoined] = useState<readonly string[]>([]);
  const member = search.get('member') as RowId | null;
  const person = known.type === 'known' && member !== null ? known.value.membersById.get(member) : undefined;
  const show = (invite: MadeInvite): void => setStep({ type: 'shown', invite });
  return (
    <Frame title={words.inviteTitle} back="/people" density="dense">
      {step.type === 'form' && known.type === 'known' ? <InviteForm person={person} onMade={show} /> : null}
      <Joined names={joined} />
      {step.type === 'next' ? <NextInvite invited={step.invited} onMade={show} /> : null}
      {step.type === 'shown' ? (
        <InviteShown
          key={step.invite.id}
          invite={step.invite}
          onUsed={(name) => {
            setJoined([...joined, name]);
            if (isForAnyone(step.invite)) setStep({ type: 'next', invited: NEXT });
          }}
          onAnother={() => setStep({ type: 'form' })}
        />
      ) : null}
      <NextFirstStep />
    </Frame>
  );
}

type Step =
  | { readonly type: 'form' }
  | { readonly type: 'shown'; readonly invite: MadeInvite }
  | { readonly type: 'next'; readonly invited: Invited };

const NEXT: Invited = { role: 'driver', label: '', member: null };

/** Only then another one of the same kind makes sense: a name was not meant for the next in the row. */
function isForAnyone({ role, label, member }: MadeInvite): boolean {
  return role === 'driver' && label === '' && member === null;
}

/** Who has come by the invitations of this screen, the last one by name. */
function Joined({ names }: { readonly names: readonly string[] }): ReactElement {
  const { people: words } = useWords('organiser');
  const last = names.at(-1);
  return (
    <div role="status">
      {last === undefined ? null : (
        <Banner tone="info" icon="tick" title={words.joined(last)}>
          <p>{words.joinedCount(names.length)}</p>
        </Banner>
      )}
    </div>
  );
}

type InviteFormProps = {
  /** Whose next phone it shall let in; undefined for somebody new. */
  readonly person: Person | undefined;
  readonly onMade: (invite: MadeInvite) => void;
};

function InviteForm({ person, onMade }: InviteFormProps): ReactElement {
  const { people: words } = useWords('organiser');
  const { saving, make, retry } = useMakeInvite();
  const [role, setRole] = useState<EnrolledRole>(person?.role ?? 'driver');
  const [label, setLabel] = useState(person?.name ?? '');
  const finish = (made: MadeInvite | null): void => {
    if (made !== null) onMade(made);
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    void make({ role, label: label.trim(), member: person?.id ?? null }).then(finish);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="large">
        {person === undefined ? (
          <WhomFields role={role} onRole={setRole} label={label} onLabel={setLabel} />
        ) : (
          <p>{words.inviteFor(person.name)}</p>
        )}
        <SaveTrouble saving={saving} onRetry={() => void retry().then(finish)} />
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
        options={givenRoles.map((value) => ({ value, label: roles[value] }))}
        value={role}
        onChange={onRole}
      />
      {role === 'organiser' ? <p>{words.inviteOrganiserNote}</p> : null}
      {role === 'technicalSupport' ? <p>{words.inviteSupportNote}</p> : null}
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
