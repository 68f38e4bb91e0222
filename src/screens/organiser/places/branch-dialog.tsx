import { useState, type ReactElement } from 'react';
import type { BranchBody } from '#domain/branch.ts';
import type { Mutation } from '#domain/mutators.ts';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { type BranchDraft, BranchFields } from '../first/branch-fields.tsx';

export type BranchDialogProps = { readonly branch: BranchBody; readonly onClose: () => void };

/** Another name or clock for the branch. */
export function BranchDialog({ branch, onClose }: BranchDialogProps): ReactElement {
  const { branch: words } = useWords('places');
  const [draft, setDraft] = useState<BranchDraft>(branch);
  const [wrong, setWrong] = useState<'name' | undefined>(undefined);
  const toMutation = (): Mutation | null => {
    const { utcOffsetMinutes } = draft;
    const name = draft.name.trim();
    setWrong(name === '' ? 'name' : undefined);
    return name === '' ? null : { name: 'branchAmend', args: { name, utcOffsetMinutes } };
  };
  return (
    <EditDialog title={words.title} subject={draft.name.trim()} toMutation={toMutation} onClose={onClose}>
      <BranchFields draft={draft} onChange={setDraft} wrong={wrong} />
    </EditDialog>
  );
}
