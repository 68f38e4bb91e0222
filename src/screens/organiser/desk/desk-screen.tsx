import { useMemo, type ReactElement } from 'react';
import { dayOverview } from '#domain/views/day-overview.ts';
import { dayRows } from '#store/queries/day-rows.ts';
import { Section } from '#ui/section.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { useNaming } from '../use-naming.ts';
import { CarriedFiles } from './carried-files.tsx';
import { PaperList } from './paper-list.tsx';
import { ToldForm } from './told-form.tsx';

/** Where what comes back without the app is written down: a call, a sheet, a file. */
export function DeskScreen(): ReactElement {
  const { desk } = useWords('organiser');
  const clock = useBranchClock();
  return (
    <Page title={desk.title} back="/today">
      <p>{desk.lead}</p>
      {clock === undefined ? null : <Today key={clock.today} clock={clock} />}
      <Section heading={desk.files}>
        <CarriedFiles />
      </Section>
    </Page>
  );
}

function Today({ clock }: { readonly clock: BranchClock }): ReactElement | null {
  const { desk } = useWords('organiser');
  const naming = useNaming();
  const { today, minuteOfDay } = clock;
  const rows = useQuery(dayRows, today);
  const runs = useMemo(
    () => (rows.type === 'known' ? dayOverview(rows.value, { today, minuteOfDay }).runs : undefined),
    [rows, today, minuteOfDay],
  );
  if (runs === undefined || naming === undefined || rows.type !== 'known') return null;
  return (
    <>
      <Section heading={desk.told}>
        <ToldForm runs={runs} naming={naming} clock={clock} windowsById={rows.value.windowsById} />
      </Section>
      <Section heading={desk.paper}>
        <PaperList runs={runs} naming={naming} />
      </Section>
    </>
  );
}
