import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { People } from '#store/queries/people.ts';
import { Select } from '#ui/select.tsx';
import { useWords } from '../common/words.ts';

export type DriverSelectProps = {
  readonly people: People;
  readonly value: RowId | null;
  readonly onChange: (driver: RowId | null) => void;
};

const NOBODY = '';

/** Who drives: drivers first, then organisers, who may drive too. */
export function DriverSelect({ people, value, onChange }: DriverSelectProps): ReactElement {
  const { plan } = useWords('organiser');
  const { roles } = useWords('common');
  const active = people.members.filter(({ status }) => status === 'active');
  const known = [...active.filter(({ role }) => role === 'driver'), ...active.filter(({ role }) => role !== 'driver')];
  const options = known.map(({ id, name, role }) => ({
    value: id as string,
    label: role === 'driver' ? name : `${name} · ${roles[role]}`,
  }));
  return (
    <Select
      label={plan.driver}
      options={[{ value: NOBODY, label: plan.noDriver }, ...options]}
      value={value ?? NOBODY}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : (chosen as RowId))}
    />
  );
}
