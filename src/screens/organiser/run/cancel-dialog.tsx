import { useState, type ReactElement } from 'react';
import { MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { TextInput } from '#ui/text-input.tsx';
import { EditDialog } from '../edit-dialog.tsx';
import { useWords } from '../../common/words.ts';
import type { RunShown } from './run-shown.ts';

export type CancelDialogProps = RunShown & { readonly onClose: () => void };

export function CancelDialog({ record, onClose }: CancelDialogProps): ReactElement {
  const { run: words } = useWords('organiser');
  const { runStatus } = useWords('common');
  const [reason, setReason] = useState('');
  return (
    <EditDialog
      title={words.cancel}
      subject={runStatus.cancelled}
      saveLabel={words.cancelYes}
      toMutation={() => ({ name: 'runCancel', args: { run: record.id, reason: reason.trim() } })}
      onClose={onClose}
    >
      <p>{words.cancelLead}</p>
      <TextInput label={words.cancelReason} value={reason} onChange={setReason} lines={2} maxLength={MAX_NOTE_LENGTH} />
    </EditDialog>
  );
}
