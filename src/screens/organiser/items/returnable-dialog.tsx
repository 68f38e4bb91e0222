import { useState, type ReactElement } from 'react';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import type { KnownReturnable } from '#store/queries/returnables.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { ThingDialog } from '../thing-dialog.tsx';

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
  const toFields = () => {
    const fields = { name: name.trim() };
    setIsMissing(fields.name === '');
    return fields.name === '' ? null : fields;
  };
  return (
    <ThingDialog
      kind="returnable"
      row={row}
      words={words}
      title={row === undefined ? words.returnables.add : row.name}
      subject={name.trim()}
      toFields={toFields}
      onClose={onClose}
    >
      <TextInput
        label={words.returnables.name}
        hint={words.returnables.nameHint}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        error={isMissing ? words.nameMissing : undefined}
      />
    </ThingDialog>
  );
}
