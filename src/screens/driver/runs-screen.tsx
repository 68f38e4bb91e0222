import { useId, type ReactElement } from 'react';
import { ownRuns as orderRuns } from '#domain/views/own-runs.ts';
import { dayMs } from '#i18n/calendar.ts';
import { instantToDay } from '#i18n/format.ts';
import { freshness } from '#store/queries/freshness.ts';
import { type OwnRun, ownRuns } from '#store/queries/own-runs.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSyncState } from '../common/client.tsx';
import { Frame } from '../common/frame.tsx';
import { NoticesLink } from '../common/notices/notices-link.tsx';
import { useSettings } from '../common/settings.tsx';
import { TroubleBanner } from '../common/trouble-banner.tsx';
import { type BranchClock, useBranchClock } from '../common/use-branch-clock.ts';
import { useGo } from '../common/use-go.ts';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { NextStop } from './next-stop.tsx';
import { RunCard } from './run-card.tsx';
import { runTitle, runWhen } from './run-title.ts';
import { UnplannedRecords } from './unplanned-records.tsx';

/** How far back a driver's phone shows runs; drivers' feeds drop them after three days anyway. */
const SHOWN_DAYS = 7;

/** The driver's first screen: the run under way with its next stop at once, then what is to be answered or driven. */
export function RunsScreen(): ReactElement {
  const { runs, run } = useWords('driver');
  const { scan } = useWords('common');
  const go = useGo();
  const clock = useBranchClock();
  return (
    <Frame title={runs.title}>
      {clock === undefined ? null : <Runs clock={clock} />}
      <NoticesLink />
      <ButtonLink href="/unplanned" onGo={go} icon="plus" width="full">
        {run.unplanned}
      </ButtonLink>
      <ButtonLink href="/scan" onGo={go} icon="qr" width="full">
        {scan.title}
      </ButtonLink>
      {clock === undefined ? null : <Past clock={clock} />}
    </Frame>
  );
}

function Runs({ clock }: { readonly clock: BranchClock }): ReactElement | null {
  const answer = useQuery(ownRuns, firstShownDay(clock));
  if (answer.type === 'unknown') return null;
  const { current } = orderRuns(answer.value, clock);
  return (
    <>
      {current.length === 0 ? <NoRuns /> : null}
      {current.map((run, index) =>
        run.status === 'underWay' ? (
          <RunUnderWay key={run.id} run={run} clock={clock} />
        ) : (
          <RunCard key={run.id} run={run} today={clock.today} look={index === 0 ? 'first' : 'later'} />
        ),
      )}
    </>
  );
}

function Past({ clock }: { readonly clock: BranchClock }): ReactElement | null {
  const words = useWords('driver');
  const { language } = useSettings();
  const go = useGo();
  const answer = useQuery(ownRuns, firstShownDay(clock));
  if (answer.type === 'unknown') return null;
  const { earlier } = orderRuns(answer.value, clock);
  return (
    <>
      <UnplannedRecords from={firstShownDay(clock)} />
      {earlier.length === 0 ? null : (
        <Section heading={words.runs.earlier}>
          <List>
            {earlier.map((run) => (
              <ListRow
                key={run.id}
                title={runTitle(run, words)}
                detail={runWhen(run, clock.today, language)}
                tone="past"
                href={`/run/${run.id}`}
                onGo={go}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

function firstShownDay({ now, utcOffsetMinutes }: BranchClock): string {
  return instantToDay(now - SHOWN_DAYS * dayMs, utcOffsetMinutes);
}

function RunUnderWay({ run, clock }: { readonly run: OwnRun; readonly clock: BranchClock }): ReactElement {
  const words = useWords('driver');
  const { language } = useSettings();
  const go = useGo();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Stack>
        <div>
          <h2 id={headingId}>{runTitle(run, words)}</h2>
          <p>{runWhen(run, clock.today, language)}</p>
        </div>
        <NextStop run={run.id} />
        <ButtonLink href={`/run/${run.id}`} onGo={go} icon="list" width="full">
          {words.runs.open}
        </ButtonLink>
      </Stack>
    </section>
  );
}

/** An empty list of a phone that has heard nothing is no empty plan. */
function NoRuns(): ReactElement | null {
  const { runs } = useWords('driver');
  const { loading } = useWords('common');
  const errors = useWords('errors');
  const fresh = useQuery(freshness);
  const { type } = useSyncState();
  if (fresh.type === 'unknown') return null;
  if (fresh.value.rows !== 'whole' && type === 'syncing') return <EmptyState icon="bowl" title={loading} />;
  return fresh.value.rows === 'whole' ? (
    <EmptyState icon="bowl" title={runs.emptyTitle}>
      <p>{runs.emptyHint}</p>
    </EmptyState>
  ) : (
    <TroubleBanner tone="info" trouble={errors.storage.notLoadedYet} />
  );
}
