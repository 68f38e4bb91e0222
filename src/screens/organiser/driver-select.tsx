import type { ReactElement } from 'react';
import type { Day, RowId } from '#domain/scalars.ts';
import type { People } from '#store/queries/people.ts';
import { runsByDriver } from '#store/queries/runs-by-driver.ts';
import { Select } from '#ui/select.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';

export type DriverSelectProps = {
  readonly people: People;
  /** The day for which somebody is looked for: who drives already says so. */
  readonly on: Day;
  readonly value: RowId | null;
  readonly onChange: (driver: RowId | null) => void;
};

const NOBODY = '';

/** Who drives: drivers first, then organisers, who may drive too. */
export function DriverSelect({ people, on, value, onChange }: DriverSelectProps): ReactElement {
  const { plan } = useWords('organiser');
  const { roles } = useWords('common');
  const busy = useQuery(runsByDriver, on);
  const active = people.members.filter(({ status }) => status === 'active');
  const known = [...active.filter(({ role }) => role === 'driver'), ...active.filter(({ role }) => role !== 'driver')];
  const options = known.map(({ id, name, role }) => {
    const count = busy.type === 'known' ? (busy.value.get(id) ?? 0) : 0;
    const facts = [name, role === 'driver' ? '' : roles[role], count === 0 ? '' : plan.runsThatDay(count)];
    return { value: id, label: facts.filter((fact) => fact !== '').join(' · ') };
  });
  return (
    <Select
      label={plan.driver}
      options={[{ value: NOBODY, label: plan.noDriver }, ...options]}
      value={value ?? NOBODY}
      onChange={(chosen) => onChange(chosen === NOBODY ? null : chosen)}
    />
  );
}
