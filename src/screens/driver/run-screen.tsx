import type { ReactElement } from 'react';
import { Navigate, useParams } from '../common/router.tsx';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { Banner } from '#ui/banner.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../common/client.tsx';
import { Frame } from '../common/frame.tsx';
import { useSettings } from '../common/settings.tsx';
import { useBranchClock } from '../common/use-branch-clock.ts';
import { useGo } from '../common/use-go.ts';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { LoadingCard } from './loading-card.tsx';
import { NextStopOf } from './next-stop.tsx';
import { RunAnswer } from './run-answer.tsx';
import { RunGone } from './run-gone.tsx';
import { RunPhones } from './run-phones.tsx';
import { runTitle, runWhen } from './run-title.ts';
import { StopList } from './stop-list.tsx';

/** One run: what to do now on top, all stops with their states below. */
export function RunScreen(): ReactElement | null {
  const { id = '' } = useParams();
  const words = useWords('driver');
  const { identity } = useClient();
  const { language } = useSettings();
  const clock = useBranchClock();
  const answer = useQuery(runInFull, id);
  if (answer.type === 'unknown' || clock === undefined)
    return <Frame title={words.runs.noLabel} back="/" children="" />;
  const view = answer.value;
  // An organiser who scans a driver's sheet gets all that is known of the run, not the driver's own screen.
  if (identity.role === 'organiser' && view?.isOwn !== true) return <Navigate to={`/runs/${id}`} replace />;
  if (view === null) return <RunGone run={id} />;
  const titled = { ...view.run, window: view.window };
  return (
    <Frame title={runTitle(titled, words)} subtitle={runWhen(titled, clock.today, language)} back="/">
      <WhatNow view={view} />
      {view.isOwn ? <RunPhones view={view} /> : null}
      <StopList view={view} />
      <MapLink view={view} />
      <RunEnds view={view} />
    </Frame>
  );
}

/** The one thing to do: answer, load, deliver; or nothing any more. */
function WhatNow({ view }: { readonly view: RunInFull }): ReactElement {
  const { run: words } = useWords('driver');
  const { runStatus } = useWords('common');
  const { status, answer } = view.run;
  if (!view.isOwn) return <Banner tone="warn" title={words.reassigned} />;
  if (status === 'cancelled') return <Banner tone="warn" title={words.cancelled} />;
  if (status === 'completed' || status === 'abandoned')
    return <Banner tone="info" icon="tick" title={runStatus[status]} />;
  const hasBegun = status === 'underWay' || view.stops.some(({ state }) => state !== 'open');
  if (hasBegun) return <NextStopOf view={view} look="primary" />;
  if (answer !== 'accepted') return <RunAnswer id={view.id} answer={answer} look="first" />;
  return (
    <Stack>
      <LoadingCard view={view} />
      <NextStopOf view={view} look="secondary" />
    </Stack>
  );
}

/** Nothing can be drawn of a run whose places have no coordinates. */
function MapLink({ view }: { readonly view: RunInFull }): ReactElement | null {
  const { run: words } = useWords('driver');
  const go = useGo();
  const places = [view.kitchen, ...view.stops.map(({ checkpoint }) => view.placesById.get(checkpoint))];
  if (places.every((place) => (place?.position ?? null) === null)) return null;
  return (
    <ButtonLink href={`/run/${view.id}/map`} onGo={go} icon="pin" width="full">
      {words.map}
    </ButtonLink>
  );
}

function RunEnds({ view }: { readonly view: RunInFull }): ReactElement | null {
  const { run: words } = useWords('driver');
  const go = useGo();
  const { status, answer } = view.run;
  const canEnd = view.isOwn && (status === 'underWay' || (status === 'planned' && answer === 'accepted'));
  if (!canEnd) return null;
  return (
    <Stack gap="small">
      <ButtonLink href="/unplanned" onGo={go} icon="plus" width="full">
        {words.unplanned}
      </ButtonLink>
      {view.stops.some(({ state }) => state === 'open') ? (
        <ButtonLink href={`/run/${view.id}/end`} onGo={go} width="full">
          {words.finish}
        </ButtonLink>
      ) : null}
    </Stack>
  );
}
