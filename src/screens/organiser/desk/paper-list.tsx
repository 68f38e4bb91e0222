import type { ReactElement } from 'react';
import type { RunOverview } from '#domain/views/day-overview.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';

export type PaperListProps = { readonly runs: readonly RunOverview[]; readonly naming: Naming };

/** The runs whose sheets may come back. */
export function PaperList({ runs, naming }: PaperListProps): ReactElement {
  const { desk } = useWords('organiser');
  const go = useGo();
  const open = runs.filter(
    ({ run, stops }) => run.status !== 'cancelled' && stops.some(({ state }) => state === 'open'),
  );
  if (open.length === 0) return <p>{desk.noPaper}</p>;
  return (
    <Stack gap="small">
      <p>{desk.paperLead}</p>
      {open.map(({ id, run, stops }) => (
        <ButtonLink key={id} href={`/runs/${id}/paper`} onGo={go}>
          {run.label === '' ? stops.map(({ checkpoint }) => naming.place(checkpoint)).join(', ') : run.label}
        </ButtonLink>
      ))}
    </Stack>
  );
}
