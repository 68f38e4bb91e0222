import { useState, type ReactElement } from 'react';
import type { Args, Mutation } from '#domain/mutators.ts';
import { type Count, MAX_NAME_LENGTH, MAX_UNIT_LENGTH, type RowId } from '#domain/scalars.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import type { Supply } from '#store/queries/supply.ts';
import { Chips } from '#ui/chips.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { EditDialog } from '../edit-dialog.tsx';

export type VehicleDialogProps = {
  readonly known: Pick<Supply, 'members' | 'items'>;
  /** Undefined for a new one. */
  readonly vehicle: Supply['vehicles'][number] | undefined;
  readonly onClose: () => void;
};

const NOBODY = '';

type Draft = {
  readonly name: string;
  readonly registration: string;
  readonly capacity: string;
  readonly unit: string;
  readonly heat: 'keepsHot' | 'cools';
  readonly driver: RowId | typeof NOBODY;
};

/** What a car carries, whether it keeps food hot, and who drives it. */
export function VehicleDialog(props: VehicleDialogProps): ReactElement {
  const { known, vehicle, onClose } = props;
  const { vehicles: words } = useWords('supply');
  const { language } = useSettings();
  const [draft, setDraft] = useState((): Draft => {
    const usual = { name: '', registration: '', capacity: '', heat: 'cools', driver: NOBODY } as const;
    if (vehicle === undefined) return { ...usual, unit: known.items[0]?.body.unit ?? '' };
    const { name, registration, capacity, keepsHot, driver } = vehicle.body;
    const amount = { capacity: formatCount(capacity.count, language), unit: capacity.unit };
    return { name, registration, ...amount, heat: keepsHot ? 'keepsHot' : 'cools', driver: driver ?? NOBODY };
  });
  const [isWrong, setIsWrong] = useState(false);
  const toMutation = (): Mutation | null => {
    const fields = fieldsOf(draft);
    setIsWrong(fields === undefined);
    if (fields === undefined) return null;
    return vehicle === undefined
      ? { name: 'vehicleCreate', args: { fields } }
      : { name: 'vehicleAmend', args: { id: vehicle.id, was: vehicle.body, now: fields } };
  };
  return (
    <EditDialog
      title={vehicle?.body.name ?? words.add}
      subject={draft.name.trim()}
      toMutation={toMutation}
      other={
        vehicle === undefined
          ? undefined
          : { label: words.close, mutation: { name: 'vehicleClose', args: { id: vehicle.id } } }
      }
      onClose={onClose}
    >
      <VehicleFields known={known} draft={draft} onChange={setDraft} standing={isWrong ? 'wrong' : 'fine'} />
    </EditDialog>
  );
}

function VehicleFields(props: {
  readonly known: VehicleDialogProps['known'];
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly standing: 'fine' | 'wrong';
}): ReactElement {
  const { known, draft, onChange, standing } = props;
  const { vehicles: words } = useWords('supply');
  const text = (field: 'name' | 'registration' | 'capacity' | 'unit') => ({
    label: words[field],
    value: draft[field],
    onChange: (value: string) => onChange({ ...draft, [field]: value }),
  });
  return (
    <>
      <TextInput
        {...text('name')}
        maxLength={MAX_NAME_LENGTH}
        error={standing === 'wrong' ? words.missing : undefined}
      />
      <Stack direction="even" gap="small">
        <TextInput {...text('capacity')} kind="decimal" />
        <TextInput {...text('unit')} maxLength={MAX_UNIT_LENGTH} />
      </Stack>
      <Chips
        label={words.heat}
        options={[
          { value: 'keepsHot', label: words.keepsHot },
          { value: 'cools', label: words.cools },
        ]}
        value={draft.heat}
        onChange={(heat) => onChange({ ...draft, heat })}
      />
      <Select<RowId | typeof NOBODY>
        label={words.driver}
        value={draft.driver}
        options={[
          { value: NOBODY, label: words.nobody },
          ...known.members.map((member) => ({ value: member.id, label: member.body.name })),
        ]}
        onChange={(driver) => onChange({ ...draft, driver })}
      />
      <TextInput {...text('registration')} maxLength={MAX_NAME_LENGTH} />
    </>
  );
}

/** Undefined while something is missing. */
function fieldsOf({
  name,
  registration,
  capacity,
  unit,
  heat,
  driver,
}: Draft): Args<'vehicleCreate'>['fields'] | undefined {
  const count = parseCount(capacity);
  if (name.trim() === '' || unit.trim() === '' || count === undefined || count === 0) return undefined;
  return {
    name: name.trim(),
    registration: registration.trim(),
    capacity: { count: count as Count, unit: unit.trim() },
    keepsHot: heat === 'keepsHot',
    driver: driver === NOBODY ? null : driver,
  };
}
