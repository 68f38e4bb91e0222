import type { ReactElement } from 'react';
import { EditDialog } from '../edit-dialog.tsx';
import { useWords } from '../../common/words.ts';
import type { RunShown } from './run-shown.ts';

export type CompleteDialogProps = RunShown & { readonly onClose: () => void };

/** Ends a run for a driver who called, or whose phone will not. */
export function CompleteDialog({ record, stops, onClose }: CompleteDialogProps): ReactElement {
  const { run: words } = useWords('organiser');
  const { runStatus } = useWords('common');
  const leftCount = stops.filter(({ state }) => state === 'open').length;
  return (
    <EditDialog
      title={words.complete}
      subject={runStatus.completed}
      saveLabel={words.completeYes}
      toMutation={() => ({ name: 'runComplete', args: { run: record.id } })}
      onClose={onClose}
    >
      {leftCount === 0 ? null : <p>{words.stopsLeft(leftCount)}</p>}
      <p>{words.completeLead}</p>
    </EditDialog>
  );
}
