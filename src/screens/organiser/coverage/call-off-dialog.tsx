import { useState, type ReactElement } from 'react';
import { dayRequirementId } from '#domain/derived-ids.ts';
import { MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { settingAct } from '../acts/plan-acts.ts';
import { EditDialog } from '../edit-dialog.tsx';
import type { CellOpen } from './cell-open.ts';
import { ShownToSponsors } from './shown-to-sponsors.tsx';

/** Nothing is needed there on that day, and why; or it is needed after all. */
export function CallOffDialog(props: CellOpen & { readonly onClose: () => void }): ReactElement {
  const { row, on, window, day, naming, acts, onClose } = props;
  const words = useWords('coverage');
  const id = dayRequirementId(row.id, window, on);
  const known = day.rows.cancellations.find((one) => dayRequirementId(one.checkpoint, one.window, one.on) === id);
  const [reason, setReason] = useState(known?.reason ?? '');
  const cell = { checkpoint: row.id, window, on };
  const was = known === undefined ? null : { reason: known.reason };
  return (
    <EditDialog
      title={`${naming.place(row.id)}: ${words.cell.callOff}`}
      subject={naming.place(row.id)}
      saveLabel={words.cell.callOff}
      toMutation={() => ({ name: 'cancellationSet', args: { ...cell, was, now: { reason: reason.trim() } } })}
      onSaved={(saved, mutation) => acts.remember(settingAct(words.need.saved(naming.place(row.id)), mutation), saved)}
      other={
        was === null
          ? undefined
          : { label: words.cell.restore, mutation: { name: 'cancellationSet', args: { ...cell, was, now: null } } }
      }
      onClose={onClose}
    >
      <p>{words.need.reasonLead}</p>
      <TextInput label={words.need.reason} value={reason} onChange={setReason} lines={2} maxLength={MAX_NOTE_LENGTH} />
      <ShownToSponsors {...props} />
    </EditDialog>
  );
}
