import { useState, type ReactElement } from 'react';
import type { AvailabilityFields } from '#domain/availability.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Supply } from '#store/queries/supply.ts';
import { AvailabilityForm } from '../../common/availability-form.tsx';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { settingAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';
import { EditDialog } from '../edit-dialog.tsx';

export type AvailabilityDialogProps = {
  readonly known: Pick<Supply, 'windows' | 'kitchens' | 'checkpoints' | 'availabilityByMember'>;
  readonly member: Supply['members'][number];
  readonly onClose: () => void;
};

/** When somebody is free, and where they would start: a place of the branch, and never a home. */
export function AvailabilityDialog({ known, member, onClose }: AvailabilityDialogProps): ReactElement {
  const { free: words, saved } = useWords('supply');
  const called = usePlaceName();
  const acts = useActs();
  const row = known.availabilityByMember.get(member.id);
  const was: AvailabilityFields | null = row === undefined ? null : fieldsOf(row);
  const [said, setSaid] = useState<AvailabilityFields>(
    was ?? { kitchen: null, checkpoint: null, weekly: [], days: [] },
  );
  const setting = (now: AvailabilityFields | null): Mutation => ({
    name: 'availabilitySet',
    args: { member: member.id, was, now },
  });
  return (
    <EditDialog
      title={member.body.name}
      subject={member.body.name}
      toMutation={() => setting(said)}
      onSaved={(records, mutation) => acts.remember(settingAct(saved(member.body.name), mutation), records)}
      other={was === null ? undefined : { label: words.forget, mutation: setting(null) }}
      onClose={onClose}
    >
      <AvailabilityForm
        windows={known.windows.map(({ id, body }) => ({ id, name: body.name }))}
        kitchens={known.kitchens.map(({ id, body }) => ({ id, name: called(body) }))}
        checkpoints={known.checkpoints.map(({ id, body }) => ({ id, name: `${body.code} · ${called(body)}` }))}
        said={said}
        onChange={setSaid}
      />
    </EditDialog>
  );
}

function fieldsOf({ kitchen, checkpoint, weekly, days }: AvailabilityFields): AvailabilityFields {
  return { kitchen, checkpoint, weekly, days };
}
