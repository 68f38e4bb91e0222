import type { ReactElement } from 'react';
import type { SponsorPage } from '#sync/sponsor-link.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { amountText, itemOf, pledgeDays, windowText } from './texts.ts';

/** What the sponsor promised, as the organisers have it. */
export function Pledges({ page }: { readonly page: SponsorPage }): ReactElement | null {
  const words = useWords('sponsor');
  const { language } = useSettings();
  if (page.pledges.length === 0) return null;
  return (
    <Section heading={words.pledges}>
      <List>
        {page.pledges.map((pledge, index) => (
          <ListRow
            key={index}
            title={`${itemOf(page, pledge.item).name} ${amountText(page, pledge.item, pledge.count, language)}`}
            detail={[pledgeDays(pledge, words, language), windowText(pledge.window), pledge.district]
              .filter((part) => part !== '')
              .join(' · ')}
            end={words.pledgeStates[pledge.status]}
            tone={pledge.status === 'closed' ? 'past' : 'plain'}
          />
        ))}
      </List>
    </Section>
  );
}
