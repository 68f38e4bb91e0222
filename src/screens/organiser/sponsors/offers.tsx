import type { ReactElement } from 'react';
import { formatDay } from '#i18n/format.ts';
import type { Giving, KnownPledge } from '#store/queries/sponsors.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../../common/after-act.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';

type OffersProps = { readonly giving: Giving; readonly naming: Naming };

/** What sponsors offered by their links; nothing is promised before somebody takes it. */
export function Offers({ giving, naming }: OffersProps): ReactElement | null {
  const words = useWords('pledges');
  const offers = giving.sponsors.flatMap((sponsor) =>
    sponsor.pledges.filter(({ status }) => status === 'offered').map((pledge) => ({ sponsor, pledge })),
  );
  if (offers.length === 0) return null;
  return (
    <Section heading={words.offers}>
      {offers.map(({ sponsor, pledge }) => (
        <Card key={pledge.id} tone="now">
          <Offer sponsor={sponsor.name} pledge={pledge} naming={naming} />
        </Card>
      ))}
    </Section>
  );
}

type OfferProps = { readonly sponsor: string; readonly pledge: KnownPledge; readonly naming: Naming };

function Offer({ sponsor, pledge, naming }: OfferProps): ReactElement {
  const words = useWords('pledges');
  const { language } = useSettings();
  const saving = useSave();
  const what = naming.amounts([pledge]);
  const answer = (name: 'pledgeConfirm' | 'pledgeClose'): void => {
    void saving.save({ name, args: { pledge: pledge.id } }).then((saved) => {
      if (saved !== null && name === 'pledgeConfirm') say(words.confirmed(what));
    });
  };
  return (
    <Stack gap="small">
      <p>
        <strong>{sponsor}</strong>
        <br />
        {[what, formatDay(pledge.from, language), pledge.district].filter((part) => part !== '').join(' · ')}
      </p>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      <Stack direction="row" gap="small">
        <Button icon="tick" once={saving.tap} onPress={() => answer('pledgeConfirm')}>
          {words.confirm}
        </Button>
        <Button look="quiet" once={saving.tap} onPress={() => answer('pledgeClose')}>
          {words.decline}
        </Button>
      </Stack>
    </Stack>
  );
}
