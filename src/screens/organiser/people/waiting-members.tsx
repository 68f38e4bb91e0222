import type { ReactElement } from 'react';
import type { Person } from '#store/queries/people.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { say } from '../../common/after-act.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { PhoneLink } from '../phone-link.tsx';

/** Organisers whom another organiser invited: one who knows them confirms them, or leaves it. */
export function WaitingMembers({ members }: { readonly members: readonly Person[] }): ReactElement {
  return (
    <>
      {members
        .filter(({ status }) => status === 'waiting')
        .map((person) => (
          <Waiting key={person.id} person={person} />
        ))}
    </>
  );
}

function Waiting({ person }: { readonly person: Person }): ReactElement {
  const { people: words } = useWords('organiser');
  const { saved } = useWords('places');
  const saving = useSave();
  const finish = (records: readonly unknown[] | null): void => {
    if (records !== null) say(saved(person.name));
  };
  const confirm = (): void => void saving.save({ name: 'memberConfirm', args: { member: person.id } }).then(finish);
  return (
    <Banner
      tone="warn"
      icon="people"
      title={`${person.name}: ${words.waitingTitle}`}
      action={
        <Button look="primary" icon="tick" once={saving.tap} onPress={confirm}>
          {words.confirm}
        </Button>
      }
    >
      <p>{words.waitingLead}</p>
      {person.phone === null ? null : <PhoneLink name={person.name} phone={person.phone} />}
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
    </Banner>
  );
}
