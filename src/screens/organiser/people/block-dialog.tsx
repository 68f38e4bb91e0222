import type { ReactElement } from 'react';
import type { KnownDevice } from '#store/queries/people.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { useWords } from '../../common/words.ts';

export type BlockDialogProps = { readonly device: KnownDevice; readonly onClose: () => void };

/** A lost phone: one explanation, one button. */
export function BlockDialog({ device, onClose }: BlockDialogProps): ReactElement {
  const { people: words } = useWords('organiser');
  return (
    <EditDialog
      title={words.blockTitle(device.label)}
      subject={device.label}
      saveLabel={words.blockYes}
      saveLook="danger"
      toMutation={() => ({ name: 'deviceRevoke', args: { device: device.id } })}
      onClose={onClose}
    >
      <p>{words.blockLead}</p>
    </EditDialog>
  );
}
