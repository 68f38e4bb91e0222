import type { ReactElement, ReactNode } from 'react';
import { addDays } from '#domain/days.ts';
import { branchTotals, type BranchTotals } from '#domain/views/branch-totals.ts';
import { formatNumber } from '#i18n/format.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { freshness } from '#store/queries/freshness.ts';
import { ownBranch } from '#store/queries/own-branch.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../../common/settings.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { useBoardDays } from '../coverage/use-coverage.ts';
import { type Naming, useNaming } from '../use-naming.ts';
import { useCoverageStanding } from '../use-coverage-standing.ts';

/** So many gaps are drawn; the branch itself has the rest. */
const SHOWN_GAPS = 12;

/** One branch, by its own clock and names. */
export function BranchSection({
  daysAhead,
  children,
}: {
  readonly daysAhead: number;
  /** What can be done for it. */
  readonly children: ReactNode;
}): ReactElement | null {
  const { branches: words } = useWords('organiser');
  const branch = useQuery(ownBranch);
  const fresh = useQuery(freshness);
  const standing = useCoverageStanding();
  const clock = useBranchClock();
  const naming = useNaming();
  if (branch.type === 'unknown' || fresh.type === 'unknown' || standing === undefined) return null;
  if (clock === undefined || naming === undefined) return null;
  const { heardAt, rows } = fresh.value;
  const name = branch.value.name === '' ? words.nameless : branch.value.name;
  return (
    <Section heading={name} aside={heardAt === null ? words.never : words.asOf(clock.timeText(heardAt))}>
      {rows === 'whole' ? (
        <Day daysAhead={daysAhead} standing={standing} clock={clock} naming={naming} />
      ) : (
        <p role="status">{words.coming}</p>
      )}
      {children}
    </Section>
  );
}

type DayProps = {
  readonly daysAhead: number;
  readonly standing: CoverageStanding;
  readonly clock: BranchClock;
  readonly naming: Naming;
};

function Day({ daysAhead, standing, clock, naming }: DayProps): ReactElement | null {
  const [day] = useBoardDays(standing, addDays(clock.today, daysAhead), 1, clock) ?? [];
  if (day === undefined) return null;
  const totals = branchTotals(day.coverage(), standing.windowsById);
  return (
    <>
      <Totals totals={totals} naming={naming} />
      <Gaps totals={totals} standing={standing} naming={naming} />
    </>
  );
}

function Totals({ totals, naming }: { readonly totals: BranchTotals; readonly naming: Naming }): ReactElement {
  const { branches: words } = useWords('organiser');
  const { language } = useSettings();
  const [needed, coming, fed] = [totals.needed, totals.coming, totals.fed].map((count) =>
    formatNumber(count, language),
  );
  return (
    <>
      <p>{words.heads(needed ?? '', coming ?? '', fed ?? '')}</p>
      {totals.amounts.length === 0 ? (
        <p>{words.nothingPlanned}</p>
      ) : (
        <>
          <h3>{words.delivered}</h3>
          <List>
            {totals.amounts.map((amount) => (
              <ListRow key={amount.item} title={naming.progress(amount)} />
            ))}
          </List>
        </>
      )}
    </>
  );
}

type GapsProps = Pick<DayProps, 'standing' | 'naming'> & { readonly totals: BranchTotals };

function Gaps({ totals: { gaps }, standing, naming }: GapsProps): ReactElement {
  const { branches: words } = useWords('organiser');
  const { language } = useSettings();
  const rest = gaps.length - SHOWN_GAPS;
  if (gaps.length === 0) return <p>{words.noGaps}</p>;
  return (
    <>
      <h3>{words.gaps(formatNumber(gaps.length, language))}</h3>
      <List>
        {gaps.slice(0, SHOWN_GAPS).map(({ cell, missing }) => (
          <ListRow
            key={`${cell.checkpoint} ${cell.window}`}
            tone="needsYou"
            title={naming.place(cell.checkpoint)}
            detail={standing.windowsById.get(cell.window)?.name ?? ''}
            end={words.missing(naming.amounts(missing))}
          />
        ))}
        {rest <= 0 ? null : <ListRow title={words.more(formatNumber(rest, language))} />}
      </List>
    </>
  );
}
