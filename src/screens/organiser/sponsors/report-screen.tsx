import { useMemo, useState, type ReactElement } from 'react';
import { addDays } from '#domain/days.ts';
import { isDay } from '#domain/scalars.ts';
import { type ReportQuestion, type SupplyReport, supplyReport } from '#domain/views/supply-report.ts';
import { giving, type Giving } from '#store/queries/sponsors.ts';
import { freshness } from '#store/queries/freshness.ts';
import { periodSupply } from '#store/queries/supply-report.ts';
import { TroubleBanner } from '../../common/trouble-banner.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { type Naming, useNaming } from '../use-naming.ts';
import { useNews } from '../use-news.ts';
import { ReportFilters } from './report-filters.tsx';
import { ReportTable } from './report-table.tsx';

/** A month, when nobody has chosen: what a sponsor or an authority asks for. */
const DAYS_BACK = 29;

/** What became of everything that was given: by sponsor, item, district and time, with no network too. */
export function ReportScreen(): ReactElement {
  const words = useWords('pledges');
  const errors = useWords('errors');
  useNews();
  const known = useQuery(giving);
  const fresh = useQuery(freshness);
  const clock = useBranchClock();
  const naming = useNaming();
  return (
    <Page title={words.report.title} back="/sponsors">
      {fresh.type === 'known' && fresh.value.rows !== 'whole' ? (
        <TroubleBanner tone="info" trouble={errors.storage.notLoadedYet} />
      ) : null}
      {known.type === 'unknown' || clock === undefined || naming === undefined ? null : (
        <Report giving={known.value} clock={clock} naming={naming} />
      )}
    </Page>
  );
}

type ReportProps = { readonly giving: Giving; readonly clock: BranchClock; readonly naming: Naming };

function Report({ giving: known, clock, naming }: ReportProps): ReactElement {
  const words = useWords('pledges');
  const [question, setQuestion] = useState<ReportQuestion>({
    from: addDays(clock.today, -DAYS_BACK),
    to: clock.today,
    by: 'sponsor',
    sponsor: null,
    item: null,
    district: null,
  });
  const isWhole = isDay(question.from) && isDay(question.to) && question.from <= question.to;
  const report = useReport(question);
  return (
    <>
      <ReportFilters giving={known} question={question} onChange={setQuestion} isWrong={!isWhole} />
      {report === undefined || !isWhole ? null : (
        <>
          <p role="status">
            {report.totals.length === 0 ? words.report.nothing : words.report.together(naming.amounts(report.totals))}
          </p>
          {report.lines.length === 0 ? null : (
            <ReportTable report={report} question={question} giving={known} naming={naming} />
          )}
        </>
      )}
    </>
  );
}

/** Undefined until the rows are read. */
function useReport(question: ReportQuestion): SupplyReport | undefined {
  const supply = useQuery(periodSupply, question.from as string, question.to as string);
  return useMemo(
    () => (supply.type === 'unknown' ? undefined : supplyReport(supply.value.sums, supply.value.pledges, question)),
    [supply, question],
  );
}
