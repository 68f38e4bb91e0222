import { useState, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { DriverSelect } from '../driver-select.tsx';
import { amendment } from '../acts/plan-acts.ts';
import { EditDialog } from '../edit-dialog.tsx';
import { useWords } from '../../common/words.ts';
import type { RunShown } from './run-shown.ts';

export type AssignDialogProps = RunShown & { readonly onClose: () => void };

/** Gives the run to a driver, or takes it from everybody. */
export function AssignDialog({ record, people, onClose }: AssignDialogProps): ReactElement {
  const { run: words } = useWords('organiser');
  const [driver, setDriver] = useState<RowId | null>(record.run.driver);
  const name = driver === null ? '' : (people.membersById.get(driver)?.name ?? '');
  return (
    <EditDialog
      title={words.giveTo}
      subject={name === '' ? words.giveTo : name}
      saveLabel={words.give}
      toMutation={() => amendment(record.id, record.run, { driver })}
      onClose={onClose}
    >
      <DriverSelect people={people} on={record.run.on} value={driver} onChange={setDriver} />
    </EditDialog>
  );
}
