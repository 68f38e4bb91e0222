import { useState, type ReactElement } from 'react';
import { fulfilmentReport, weekUntil } from '#domain/views/fulfilment-report.ts';
import { giving, type Giving, type KnownSponsor } from '#store/queries/sponsors.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { type Naming, useNaming } from '../use-naming.ts';
import { useNews } from '../use-news.ts';
import { NeedsSection } from './needs-section.tsx';
import { Offers } from './offers.tsx';
import { SponsorDialog } from './sponsor-dialog.tsx';

/** Who gives what; what waits for an answer; what sponsors are shown as needed. */
export function SponsorsScreen(): ReactElement {
  const words = useWords('pledges');
  useNews();
  const clock = useBranchClock();
  const naming = useNaming();
  const known = useQuery(giving);
  const go = useGo();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Page
      title={words.title}
      action={
        <Button look="primary" icon="plus" width="full" onPress={() => setIsAdding(true)}>
          {words.add}
        </Button>
      }
    >
      {known.type === 'unknown' || clock === undefined || naming === undefined ? null : (
        <>
          <Offers giving={known.value} naming={naming} />
          <Sponsors giving={known.value} naming={naming} clock={clock} />
          <NeedsSection giving={known.value} naming={naming} clock={clock} />
          <ButtonLink href="/sponsors/report" icon="list" onGo={go}>
            {words.report.title}
          </ButtonLink>
        </>
      )}
      {isAdding ? <SponsorDialog row={undefined} onClose={() => setIsAdding(false)} /> : null}
    </Page>
  );
}

type SponsorsProps = { readonly giving: Giving; readonly naming: Naming; readonly clock: BranchClock };

function Sponsors({ giving: known, naming, clock }: SponsorsProps): ReactElement {
  const words = useWords('pledges');
  const go = useGo();
  if (known.sponsors.length === 0) return <p>{words.emptyHint}</p>;
  const ordered = known.sponsors.toSorted((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed'));
  return (
    <>
      <p>{words.lead}</p>
      <List>
        {ordered.map((sponsor) => (
          <ListRow
            key={sponsor.id}
            title={sponsor.name}
            detail={weekText(known, sponsor, naming, clock, words)}
            end={sponsor.status === 'closed' ? words.closed : undefined}
            tone={sponsor.status === 'closed' ? 'past' : 'plain'}
            href={`/sponsors/${sponsor.id}`}
            onGo={go}
          />
        ))}
      </List>
    </>
  );
}

function weekText(
  known: Giving,
  sponsor: KnownSponsor,
  naming: Naming,
  clock: BranchClock,
  words: ReturnType<typeof useWords<'pledges'>>,
): string {
  const pledges = known.rows.pledges.filter(({ body }) => body.sponsor === sponsor.id);
  const report = fulfilmentReport({ ...known.rows, pledges }, weekUntil(clock.today));
  const lines = report.items.flatMap(({ item, delivered }) => (delivered > 0 ? [{ item, count: delivered }] : []));
  return lines.length === 0 ? words.noWeek : words.weekSum(naming.amounts(lines));
}
