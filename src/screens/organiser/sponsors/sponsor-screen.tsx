import { useState, type ReactElement } from 'react';
import { useParams } from '../../common/router.tsx';
import { fulfilmentReport, weekUntil } from '#domain/views/fulfilment-report.ts';
import { giving } from '#store/queries/sponsors.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useBranchClock } from '../../common/use-branch-clock.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { useNaming } from '../use-naming.ts';
import { LinkSection } from './link-section.tsx';
import type { OfSponsor } from './of-sponsor.ts';
import { PledgeDialog } from './pledge-dialog.tsx';
import { PledgesSection } from './pledges-section.tsx';
import { SponsorDialog } from './sponsor-dialog.tsx';

/** One sponsor: what was promised, what it became, and their link. */
export function SponsorScreen(): ReactElement {
  const { id } = useParams();
  const words = useWords('pledges');
  const known = useQuery(giving);
  const clock = useBranchClock();
  const naming = useNaming();
  const [open, setOpen] = useState<'pledge' | 'sponsor' | undefined>(undefined);
  const sponsor = known.type === 'known' ? known.value.sponsors.find((row) => row.id === id) : undefined;
  const close = (): void => setOpen(undefined);
  return (
    <Page
      title={sponsor?.name ?? words.title}
      back="/sponsors"
      action={
        sponsor === undefined ? undefined : (
          <Button look="primary" icon="plus" width="full" onPress={() => setOpen('pledge')}>
            {words.addPledge}
          </Button>
        )
      }
    >
      {known.type === 'known' && sponsor === undefined ? <EmptyState icon="box" title={words.notHere} /> : null}
      {known.type === 'unknown' || sponsor === undefined || clock === undefined || naming === undefined ? null : (
        <>
          <PledgesSection sponsor={sponsor} giving={known.value} naming={naming} clock={clock} />
          <Became sponsor={sponsor} giving={known.value} naming={naming} clock={clock} />
          <LinkSection sponsor={sponsor} onEdit={() => setOpen('sponsor')} />
          {open === 'pledge' ? (
            <PledgeDialog sponsor={sponsor} giving={known.value} clock={clock} onClose={close} />
          ) : null}
          {open === 'sponsor' ? <SponsorDialog row={sponsor} onClose={close} /> : null}
        </>
      )}
    </Page>
  );
}

function Became({ sponsor, giving: known, naming, clock }: OfSponsor): ReactElement {
  const words = useWords('pledges');
  const pledges = known.rows.pledges.filter(({ body }) => body.sponsor === sponsor.id);
  const { items } = fulfilmentReport({ ...known.rows, pledges }, weekUntil(clock.today));
  const carried = items.filter(({ loaded }) => loaded > 0);
  return (
    <Section heading={words.became}>
      {carried.length === 0 ? (
        <p>{words.becameNothing}</p>
      ) : (
        <List>
          {carried.map(({ item, loaded, delivered, leftOver }) => {
            const text = (count: typeof loaded): string => naming.quantity({ item, count });
            return (
              <ListRow
                key={item}
                title={naming.item(item)}
                detail={words.becameLine(text(loaded), text(delivered), text(leftOver))}
              />
            );
          })}
        </List>
      )}
    </Section>
  );
}
