import type { ReactElement } from 'react';
import type { Day } from '#domain/scalars.ts';
import { pledgeUse } from '#domain/views/pledge-use.ts';
import { formatDay } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { PledgeWords } from '#i18n/pledges/en.ts';
import type { KnownPledge } from '#store/queries/sponsors.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';
import type { OfSponsor } from './of-sponsor.ts';

/** The beginning of all records. */
const EVER = '2000-01-01' as Day;

/** What was promised, and how much of it runs were given until today. */
export function PledgesSection({ sponsor, giving, naming, clock }: OfSponsor): ReactElement {
  const words = useWords('pledges');
  const { language } = useSettings();
  const saving = useSave();
  const own = giving.rows.pledges.filter(({ body }) => body.sponsor === sponsor.id);
  const uses = pledgeUse(own, giving.rows, { from: EVER, to: clock.today });
  return (
    <Section heading={words.pledges}>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {sponsor.pledges.length === 0 ? (
        <p>{words.noPledges}</p>
      ) : (
        <List>
          {sponsor.pledges.map((pledge) => (
            <ListRow
              key={pledge.id}
              title={naming.amounts([pledge])}
              detail={[
                pledgeDays(pledge, words, language),
                pledge.district,
                pledge.status === 'confirmed' ? '' : words.states[pledge.status],
                drawnText(uses.get(pledge.id), pledge, naming, words),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
              tone={pledge.status === 'closed' ? 'past' : 'plain'}
              end={
                pledge.status === 'closed' ? undefined : (
                  <Button
                    size="dense"
                    look="quiet"
                    onPress={() => void saving.save({ name: 'pledgeClose', args: { pledge: pledge.id } })}
                  >
                    {words.endPledge}
                  </Button>
                )
              }
            />
          ))}
        </List>
      )}
    </Section>
  );
}

function pledgeDays({ from, until }: KnownPledge, words: PledgeWords, language: Language): string {
  if (until === null) return words.everyDay(formatDay(from, language));
  return from === until ? formatDay(from, language) : words.days(formatDay(from, language), formatDay(until, language));
}

function drawnText(
  use: { readonly promised: number; readonly drawn: number } | undefined,
  { item }: KnownPledge,
  naming: Naming,
  words: PledgeWords,
): string {
  if (use === undefined || use.drawn === 0) return '';
  const text = (count: number): string => naming.quantity({ item, count: count as KnownPledge['count'] });
  return use.drawn > use.promised
    ? words.overdrawn(text(use.drawn - use.promised))
    : words.drawn(text(use.drawn), text(use.promised));
}
