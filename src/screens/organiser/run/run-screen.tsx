import { useState, type ReactElement } from 'react';
import { useParams } from '../../common/router.tsx';
import { loadingList } from '#domain/views/loading-list.ts';
import { formatDayFrom } from '#i18n/format.ts';
import { mealWindows } from '#store/queries/meal-windows.ts';
import { type RunRecord, runRecord } from '#store/queries/run-record.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../../common/settings.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { useNews } from '../use-news.ts';
import { DriverActions, RunActions } from './run-actions.tsx';
import { RunDialog, type OpenDialog } from './run-dialog.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunPhotos } from './run-photos.tsx';
import { RunSponsors } from './run-sponsors.tsx';
import { Stops } from './stops.tsx';
import { useRunShown } from './use-run-shown.ts';
import { Page } from '../page.tsx';

/** One run: who drives it, what became of each stop, and what an organiser can still change. */
export function RunScreen(): ReactElement {
  const { id = '' } = useParams();
  const { plan } = useWords('organiser');
  const answer = useQuery(runRecord, id);
  useNews();
  const clock = useBranchClock();
  const record = answer.type === 'known' ? answer.value : undefined;
  const title = useRunTitle(record?.run) ?? plan.editTitle;
  const back = record === undefined || record === null ? '/today' : `/today?on=${record.run.on}`;
  return (
    <Page title={title} back={back} subtitle={<When record={record} clock={clock} />}>
      {record === null ? <NotHere /> : null}
      {record === undefined || record === null || clock === undefined ? null : (
        <RunContent record={record} clock={clock} />
      )}
    </Page>
  );
}

/** A run without a name is called by its window, as in the list of the day. */
function useRunTitle(run: RunRecord['run'] | undefined): string | undefined {
  const windows = useQuery(mealWindows);
  if (run === undefined) return undefined;
  if (run.label !== '') return run.label;
  return windows.type === 'known' ? windows.value.find(({ id }) => id === run.window)?.body.name : undefined;
}

function When(props: {
  readonly record: RunRecord | null | undefined;
  readonly clock: BranchClock | undefined;
}): ReactElement | null {
  const { language } = useSettings();
  if (props.record === undefined || props.record === null || props.clock === undefined) return null;
  return <span>{formatDayFrom(props.clock.today, props.record.run.on, language, 'long')}</span>;
}

function NotHere(): ReactElement {
  const { run } = useWords('organiser');
  return (
    <EmptyState icon="truck" title={run.notHere}>
      {run.notHereHint}
    </EmptyState>
  );
}

function RunContent({
  record,
  clock,
}: {
  readonly record: RunRecord;
  readonly clock: BranchClock;
}): ReactElement | null {
  const { run: words } = useWords('organiser');
  const shown = useRunShown(record, clock);
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  if (shown === undefined) return null;
  const { run } = record;
  const { naming } = shown;
  return (
    <>
      <RunFacts {...shown} />
      <DriverActions {...shown} onOpen={setDialog} />
      <Section heading={words.stopsCaption}>
        <Stops {...shown} onOpen={setDialog} />
      </Section>
      <Section heading={words.more}>
        <RunActions {...shown} onOpen={setDialog} />
      </Section>
      <Section heading={words.loadingList}>
        <p>{naming.amounts(loadingList(run.stops))}</p>
      </Section>
      <RunSponsors {...shown} />
      <RunPhotos {...shown} />
      {dialog === undefined ? null : <RunDialog {...shown} dialog={dialog} onClose={() => setDialog(undefined)} />}
    </>
  );
}
