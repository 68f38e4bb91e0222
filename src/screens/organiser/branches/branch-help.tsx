import { useState, type ReactElement } from 'react';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { formatQuantity } from '#i18n/format.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { supply } from '#store/queries/supply.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { ClientProvider, useClient } from '../../common/client.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { LendDialog } from './lend-dialog.tsx';
import type { NamedBranches } from './use-branch-names.ts';

export type BranchHelpProps = {
  readonly branch: BranchId;
  readonly branches: NamedBranches;
  /** The phone's own memory, by whose keys is asked; around this is the branch's. */
  readonly phone: PhoneStore;
};

type Open =
  | { readonly type: 'lend'; readonly id: RowId; readonly name: string }
  | { readonly type: 'invite' }
  | undefined;

/** How one branch helps another: a vehicle that is lent, and a driver who comes. */
export function BranchHelp({ branch, branches, phone }: BranchHelpProps): ReactElement | null {
  const { branches: words } = useWords('organiser');
  const { language } = useSettings();
  const { sync, identity } = useClient();
  const known = useQuery(supply);
  const [open, setOpen] = useState<Open>(undefined);
  const close = (): void => setOpen(undefined);
  const others = branches.filter((one) => one.branch !== branch);
  const name = branches.find((one) => one.branch === branch)?.name ?? '';
  if (known.type === 'unknown' || others.length === 0) return null;
  const vehicles = known.value.vehicles.map(({ id, body: { capacity, keepsHot } }) => {
    const room = formatQuantity(capacity.count, capacity.unit, language);
    return { id, name: `${room} · ${keepsHot ? words.lend.hot : words.lend.cools}` };
  });
  return (
    <>
      {vehicles.length === 0 ? null : (
        <>
          <h3>{words.lend.title}</h3>
          <List>
            {vehicles.map((vehicle) => (
              <ListRow
                key={vehicle.id}
                icon="truck"
                title={vehicle.name}
                onPress={() => setOpen({ type: 'lend', ...vehicle })}
              />
            ))}
          </List>
        </>
      )}
      <Stack direction="row" gap="small">
        <Button size="dense" icon="plus" onPress={() => setOpen({ type: 'invite' })}>
          {words.invite.open}
        </Button>
      </Stack>
      <ClientProvider store={phone} sync={sync} identity={identity}>
        {open?.type === 'lend' ? <LendDialog vehicle={open} from={branch} others={others} onClose={close} /> : null}
        {open?.type === 'invite' ? <InviteDialog branch={branch} name={name} onClose={close} /> : null}
      </ClientProvider>
    </>
  );
}
