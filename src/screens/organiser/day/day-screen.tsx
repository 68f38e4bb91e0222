import { useMemo, useState, type ReactElement } from 'react';
import { useSearchParams } from '../../common/router.tsx';
import { addDays } from '#domain/days.ts';
import type { Day } from '#domain/scalars.ts';
import { dayOverview } from '#domain/views/day-overview.ts';
import { dayRows } from '#store/queries/day-rows.ts';
import { freshness } from '#store/queries/freshness.ts';
import { people } from '#store/queries/people.ts';
import { Button } from '#ui/button.tsx';
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
          <NearDays day={day} />
        </>
      )}
    </Page>
  );
}

type DayContentProps = { readonly day: Day; readonly clock: BranchClock };

function DayContent({ day, clock }: DayContentProps): ReactElement | null {
  const { day: words, desk } = useWords('organiser');
  const { scan, places } = useWords('common');
  const go = useGo();
  const rows = useQuery(dayRows, day);
  const known = useQuery(people);
  const naming = useNaming();
  const isWide = useWide();
  const { today, minuteOfDay } = clock;
  const overview = useMemo(
    () => (rows.type === 'known' ? dayOverview(rows.value, { today, minuteOfDay }) : undefined),
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
      {overview.runs.length === 0 ? <NoRuns /> : <Runs {...shown} day={day} isWide={isWide} />}
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
      {overview.runs.length === 0 ? null : (
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
      )}
    </>
  );
}

/** The days before and after are one tap away, and their rows are read by then; the picture of this one does not wait for it. */
function NearDays({ day }: { readonly day: Day }): ReactElement | null {
  const rows = useQuery(dayRows, day);
  const around = useDrawn(day) ?? (rows.type === 'known' ? day : undefined);
  return around === undefined ? null : <KeptDays around={around} />;
}

function KeptDays({ around }: { readonly around: Day }): null {
  useQuery(dayRows, addDays(around, -1));
  useQuery(dayRows, around);
  useQuery(dayRows, addDays(around, 1));
  return null;
}

/** What needs somebody is among the first: more are drawn when they are asked for, so that a day of hundreds opens at once. */
const RUNS_AT_ONCE = 40;

function Runs({ isWide, ...shown }: Parameters<typeof RunsTable>[0] & { readonly isWide: boolean }): ReactElement {
  const { day: words } = useWords('organiser');
  const [count, setCount] = useState(RUNS_AT_ONCE);
  const { runs } = shown.overview;
  const part = { ...shown, overview: { ...shown.overview, runs: runs.slice(0, count) } };
  return (
    <>
      {isWide ? <RunsTable {...part} /> : <RunsList {...part} />}
      {runs.length <= count ? null : (
        <Button width="full" icon="down" onPress={() => setCount(count + RUNS_AT_ONCE)}>
          {words.moreRuns(runs.length - count)}
        </Button>
      )}
    </>
  );
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
