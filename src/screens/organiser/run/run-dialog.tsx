import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { CompleteDialog } from './complete-dialog.tsx';
import { DropoutDialog } from './dropout-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RunChat } from './run-chat.tsx';
import type { RunShown } from './run-shown.ts';

/** Which form is open over a run; `delivery` null records a stop that has no record yet. */
export type OpenDialog =
  | { readonly type: 'assign' | 'cancel' | 'complete' | 'dropout' | 'move' | 'chat' }
  | { readonly type: 'record'; readonly stop: number; readonly delivery: RowId | null };

export type RunDialogProps = RunShown & { readonly dialog: OpenDialog; readonly onClose: () => void };

export function RunDialog({ dialog, onClose, ...shown }: RunDialogProps): ReactElement {
  switch (dialog.type) {
    case 'assign':
      return <AssignDialog {...shown} onClose={onClose} />;
    case 'dropout':
      return <DropoutDialog {...shown} onClose={onClose} />;
    case 'move':
      return <MoveDialog {...shown} onClose={onClose} />;
    case 'cancel':
      return <CancelDialog {...shown} onClose={onClose} />;
    case 'complete':
      return <CompleteDialog {...shown} onClose={onClose} />;
    case 'chat':
      return <RunChat {...shown} onClose={onClose} />;
    case 'record':
      return <RecordDialog {...shown} stop={dialog.stop} delivery={dialog.delivery} onClose={onClose} />;
  }
}
