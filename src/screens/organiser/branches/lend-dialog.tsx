import { useState, type ReactElement } from 'react';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { type BranchesAct, actOf } from '#domain/branches-act.ts';
import { Select } from '#ui/select.tsx';
import { say } from '../../common/after-act.tsx';
import { useWords } from '../../common/words.ts';
import { ActDialog } from './act-dialog.tsx';
import type { NamedBranches } from './use-branch-names.ts';

export type LendDialogProps = {
  readonly vehicle: { readonly id: RowId; readonly name: string };
  readonly from: BranchId;
  /** Where it may go. */
  readonly others: NamedBranches;
  readonly onClose: () => void;
};

/** A coordinator lends a vehicle to another branch. */
export function LendDialog({ vehicle, from, others, onClose }: LendDialogProps): ReactElement {
  const { branches: words } = useWords('organiser');
  const [to, setTo] = useState(others[0]?.branch);
  const toAct = (): BranchesAct | null =>
    to === undefined ? null : actOf({ vehicle: { from, vehicle: vehicle.id, to } });
  return (
    <ActDialog
      title={words.lend.open(vehicle.name)}
      sendLabel={words.lend.send}
      toAct={toAct}
      onDone={() => {
        say(words.lend.sent);
        onClose();
      }}
      onClose={onClose}
    >
      <p>{words.lend.lead}</p>
      <Select
        label={words.lend.to}
        options={others.map(({ branch, name }) => ({ value: branch, label: name }))}
        value={to ?? from}
        onChange={setTo}
      />
    </ActDialog>
  );
}
