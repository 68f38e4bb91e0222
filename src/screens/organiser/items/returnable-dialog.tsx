import { useState, type ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import type { KnownReturnable } from '#store/queries/returnables.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';

export type ReturnableDialogProps = {
  /** Undefined for a new one. */
  readonly row: KnownReturnable | undefined;
  readonly onClose: () => void;
};

/** What a thermos or a crate is called. */
export function ReturnableDialog({ row, onClose }: ReturnableDialogProps): ReactElement {
  const words = useWords('places');
  const [name, setName] = useState(row?.name ?? '');
  const [isMissing, setIsMissing] = useState(false);
  const toMutation = (): Mutation | null => {
    const fields = { name: name.trim() };
    setIsMissing(fields.name === '');
    if (fields.name === '') return null;
    return row === undefined
      ? { name: 'returnableCreate', args: { fields } }
      : { name: 'returnableAmend', args: { id: row.id, fields } };
  };
  return (
    <EditDialog
      title={row === undefined ? words.returnables.add : row.name}
      subject={name.trim()}
      saveLabel={row?.status === 'closed' ? words.reopen : undefined}
      toMutation={toMutation}
      onClose={onClose}
      other={
        row?.status === 'open'
          ? { label: words.close, hint: words.closeLead, mutation: { name: 'returnableClose', args: { id: row.id } } }
          : undefined
      }
    >
      <TextInput
        label={words.returnables.name}
        hint={words.returnables.nameHint}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        error={isMissing ? words.nameMissing : undefined}
      />
    </EditDialog>
  );
}
