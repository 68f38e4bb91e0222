import { useEffect, useState, type ReactElement } from 'react';
import type { BranchId } from '#domain/scalars.ts';
import { branchMemory } from '#store/branch-memories.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { heldBranches } from '#store/queries/held-branches.ts';
import { Chips } from '#ui/chips.tsx';
import { ClientProvider, useClient } from '../../common/client.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '../page.tsx';
import { BranchHelp } from './branch-help.tsx';
import { BranchSection } from './branch-section.tsx';
import { NoticeToBranches } from './notice-to-branches.tsx';
import { type NamedBranches, useBranchNames } from './use-branch-names.ts';

/** A coordinator's page: what every branch has planned and delivered on a day, and where something is missing. */
export function BranchesScreen(): ReactElement {
  const { branches: words } = useWords('organiser');
  const held = useQuery(heldBranches);
  const [daysAhead, setDaysAhead] = useState(0);
  const [isWriting, setIsWriting] = useState(false);
  const names = useBranchNames();
  const days = [
    { value: -1, label: words.yesterday },
    { value: 0, label: words.today },
    { value: 1, label: words.tomorrow },
  ];
  return (
    <Page
      title={words.title}
      action={
        names.length === 0 ? undefined : (
          <Button look="primary" icon="bell" width="full" onPress={() => setIsWriting(true)}>
            {words.notice.open}
          </Button>
        )
      }
    >
      <p>{words.lead}</p>
      <Chips
        label={words.day}
        labelled="hidden"
        width="shared"
        options={days}
        value={daysAhead}
        onChange={setDaysAhead}
      />
      {held.type === 'known' && held.value.length === 0 ? <p role="status">{words.none}</p> : null}
      {held.type === 'unknown'
        ? null
        : held.value.map((branch) => (
            <BranchOfMemory key={branch} branch={branch} branches={names} daysAhead={daysAhead} />
          ))}
      {isWriting ? <NoticeToBranches branches={names} onClose={() => setIsWriting(false)} /> : null}
    </Page>
  );
}

/** What is inside asks the branch's own memory, as the screens of any phone ask theirs. */
function BranchOfMemory({
  branch,
  branches,
  daysAhead,
}: {
  readonly branch: BranchId;
  readonly branches: NamedBranches;
  readonly daysAhead: number;
}): ReactElement | null {
  const { store, sync, identity } = useClient();
  const memory = useMemory(store, branch);
  if (memory === null) return null;
  return (
    <ClientProvider store={memory} sync={sync} identity={identity}>
      <BranchSection daysAhead={daysAhead}>
        <BranchHelp branch={branch} branches={branches} phone={store} />
      </BranchSection>
    </ClientProvider>
  );
}

function useMemory(store: PhoneStore, branch: BranchId): PhoneStore | null {
  const [memory, setMemory] = useState<PhoneStore | null>(null);
  useEffect(() => {
    let isOver = false;
    void branchMemory(store, branch).then((opened) => {
      if (!isOver) setMemory(opened);
    });
    return () => {
      isOver = true;
    };
  }, [store, branch]);
  return memory;
}
