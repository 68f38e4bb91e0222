import { useEffect, useMemo, type ReactElement } from 'react';
import { useSearchParams } from '../../common/router.tsx';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { branchTimeOn } from '#domain/views/run-needs.ts';
import { dayRows } from '#store/queries/day-rows.ts';
import { freshness } from '#store/queries/freshness.ts';
import { people } from '#store/queries/people.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Stack } from '#ui/stack.tsx';
import { TroubleBanner } from '../../common/trouble-banner.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useDrawn } from '../../common/use-drawn.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { useNaming } from '../use-naming.ts';
import { useNews } from '../use-news.ts';
import { useWide } from '../../common/use-wide.ts';
import { dayOfSearch } from '../day-of-search.ts';
import { DayBar } from './day-bar.tsx';
import { DayTotals } from './day-totals.tsx';
import { InParts } from './in-parts.tsx';
import { overviewOf } from './overview-of.ts';
import { RequestsLink } from './requests-link.tsx';
import { ReviewLink } from './review-link.tsx';
import { RunsList } from './runs-list.tsx';
import { RunsTable } from './runs-table.tsx';
import { ShortList } from './short-list.tsx';
import { StillOut } from './still-out.tsx';
import { WhereReturnables } from './where-returnables.tsx';
import { Unplanned } from './unplanned.tsx';
import styles from './day.module.css';
import { Page } from '../page.tsx';

/** The organiser's first screen: the runs of a day, what needs somebody first. */
export function DayScreen(): ReactElement {
  const words = useWords('organiser');
  const go = useGo();
  useNews();
  const clock = useBranchClock();
  const [search] = useSearchParams();
  const day = dayOfSearch(search.get('on')) ?? clock?.today;
  return (
    <Page
      title={words.day.title}
      action={
        <ButtonLink look="primary" icon="plus" width="full" href={`/runs/new?on=${day ?? ''}`} onGo={go}>
          {words.day.newRun}
        </ButtonLink>
      }
    >
      {clock === undefined || day === undefined ? null : (
        <>
          <DayBar day={day} today={clock.today} path="/today" />
          <DayContent key={day} day={day} clock={clock} />
          <NearDays day={day} clock={clock} />
        </>
      )}
    </Page>
  );
}

type DayContentProps = { readonly day: Day; readonly clock: BranchClock };

function DayContent({ day, clock }: DayContentProps): ReactElement | null {
  const { day: words } = useWords('organiser');
  const { places } = useWords('common');
  const go = useGo();
  const rows = useQuery(dayRows, day);
  const known = useQuery(people);
  const naming = useNaming();
  const isWide = useWide();
  const { today } = clock;
  const { minuteOfDay } = branchTimeOn(day, clock);
  const overview = useMemo(
    () => (rows.type === 'known' ? overviewOf(rows.value, { today, minuteOfDay }) : undefined),
    [rows, today, minuteOfDay],
  );
  if (rows.type === 'unknown' || overview === undefined || known.type === 'unknown' || naming === undefined)
    return null;
  const shown = {
    overview,
    naming,
    clock,
    windowsById: rows.value.windowsById,
    membersById: known.value.membersById,
  };
  return (
    <>
      <ReviewLink rows={rows.value} />
      <RequestsLink />
      {day === today ? <StillOut today={today} /> : null}
      {overview.runs.length === 0 ? (
        <NoRuns />
      ) : (
        <InParts rows={overview.runs}>
          {(runs) => {
            const part = { ...shown, day, overview: { ...overview, runs } };
            return isWide ? <RunsTable {...part} /> : <RunsList {...part} />;
          }}
        </InParts>
      )}
      {overview.runs.length === 0 ? null : <p className={styles['note']}>{words.reportNote}</p>}
      <ShortList {...shown} />
      {day === today ? <WhereReturnables today={today} /> : null}
      <Unplanned {...shown} />
      <DayTotals {...shown} />
      {day === today ? (
        <ButtonLink icon="people" href="/handover" onGo={go}>
          {places.handover}
        </ButtonLink>
      ) : null}
      {overview.runs.length === 0 ? null : <Ways day={day} />}
    </>
  );
}

/** To what is done with the runs of a day. */
function Ways({ day }: { readonly day: Day }): ReactElement {
  const { day: words, desk } = useWords('organiser');
  const { scan } = useWords('common');
  const go = useGo();
  return (
    <Stack direction="row">
      <ButtonLink icon="printer" href={`/print?on=${day}`} onGo={go}>
        {words.print}
      </ButtonLink>
      <ButtonLink icon="qr" href="/scan" onGo={go}>
        {scan.title}
      </ButtonLink>
      <ButtonLink icon="list" href="/desk" onGo={go}>
        {desk.title}
      </ButtonLink>
      <ButtonLink icon="upload" href="/import" onGo={go}>
        {words.importFile}
      </ButtonLink>
    </Stack>
  );
}

type NearDaysProps = { readonly day: Day; readonly clock: BranchClock };

/** The days before and after are one tap away, and known by then; the picture of this one does not wait for it. */
function NearDays({ day, clock }: NearDaysProps): ReactElement | null {
  const rows = useQuery(dayRows, day);
  const around = useDrawn(day) ?? (rows.type === 'known' ? day : undefined);
  if (around === undefined) return null;
  return (
    <>
      <KeptDay day={addDays(around, -1)} clock={clock} />
      <KeptDay day={around} clock={clock} />
      <KeptDay day={addDays(around, 1)} clock={clock} />
    </>
  );
}

function KeptDay({ day, clock }: NearDaysProps): null {
  const rows = useQuery(dayRows, day);
  const { today, minuteOfDay } = branchTimeOn(day, clock);
  useEffect(() => {
    if (rows.type === 'known') overviewOf(rows.value, { today, minuteOfDay });
  }, [rows, today, minuteOfDay]);
  return null;
}

/** An empty list is only said to be empty once everything is here. */
function NoRuns(): ReactElement | null {
  const { day } = useWords('organiser');
  const { storage } = useWords('errors');
  const go = useGo();
  const fresh = useQuery(freshness);
  if (fresh.type === 'unknown') return null;
  if (fresh.value.rows !== 'whole') return <TroubleBanner tone="info" trouble={storage.notLoadedYet} />;
  return (
    <EmptyState
      icon="truck"
      title={day.emptyTitle}
      action={
        <ButtonLink icon="upload" href="/import" onGo={go}>
          {day.importFile}
        </ButtonLink>
      }
    >
      {day.emptyHint}
    </EmptyState>
  );
}
