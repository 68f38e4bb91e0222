import { useState, type ReactElement } from 'react';
import { type KnownDevice, people } from '#store/queries/people.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { useNews } from '../use-news.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { Invites } from './invites.tsx';
import { Members } from './members.tsx';
import { WaitingMembers } from './waiting-members.tsx';
import { Page } from '../page.tsx';

/** Who is in the branch and with which phones; who waits, and who is invited. */
export function PeopleScreen(): ReactElement {
  const { people: words } = useWords('organiser');
  const { places } = useWords('common');
  const go = useGo();
  useNews();
  const clock = useBranchClock();
  const known = useQuery(people);
  const [isAdding, setIsAdding] = useState(false);
  const [blocked, setBlocked] = useState<KnownDevice | undefined>(undefined);
  return (
    <Page
      title={words.title}
      action={
        <ButtonLink look="primary" icon="qr" width="full" href="/people/invite" onGo={go}>
          {words.invite}
        </ButtonLink>
      }
    >
      {known.type === 'unknown' || clock === undefined ? null : (
        <>
          <Stack direction="row" gap="small">
            <ButtonLink icon="printer" href="/people/sheet" onGo={go}>
              {words.sheetOpen}
            </ButtonLink>
            <ButtonLink icon="gift" href="/sponsors" onGo={go}>
              {places.sponsors}
            </ButtonLink>
            <ButtonLink icon="bell" href="/notices/edit" onGo={go}>
              {places.notices}
            </ButtonLink>
          </Stack>
          <WaitingMembers members={known.value.members} />
          <Invites invites={known.value.invites} clock={clock} />
          <Members members={known.value.members} clock={clock} onBlock={setBlocked} onAdd={() => setIsAdding(true)} />
        </>
      )}
      {isAdding ? <AddPersonDialog onClose={() => setIsAdding(false)} /> : null}
      {blocked === undefined ? null : <BlockDialog device={blocked} onClose={() => setBlocked(undefined)} />}
    </Page>
  );
}
