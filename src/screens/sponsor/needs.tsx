import { useState, type ReactElement } from 'react';
import { MAX_COUNT } from '#domain/scalars.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import type { SponsorPage } from '#sync/sponsor-link.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { NumberStepper } from '#ui/number-stepper.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { amountText, itemOf, whenAndWhere } from './texts.ts';
import type { OfferOutcome } from './use-sponsor-page.ts';

const WHOLE = 1_000;

export type NeedsProps = {
  readonly page: SponsorPage;
  readonly onOffer: (need: string, count: number) => Promise<OfferOutcome>;
};

type Need = SponsorPage['needs'][number];
type Offering = { readonly need: string; readonly count: number; readonly isSending: boolean };

/** What an organiser has asked for: offered in three taps, and promised only once an organiser says so. */
export function Needs({ page, onOffer }: NeedsProps): ReactElement | null {
  const words = useWords('sponsor');
  const [offering, setOffering] = useState<Offering | undefined>(undefined);
  const [outcome, setOutcome] = useState<OfferOutcome | undefined>(undefined);
  const gone = page.noLongerNeeded;
  if (page.needs.length === 0 && gone.length === 0 && outcome === undefined) return null;
  const send = async (need: string, count: number): Promise<void> => {
    setOffering({ need, count, isSending: true });
    setOutcome(await onOffer(need, count));
    setOffering(undefined);
  };
  return (
    <Section heading={words.needs}>
      {page.needs.length === 0 ? null : <p>{words.needsLead}</p>}
      <p role="status">{outcome === undefined ? '' : outcome === 'offered' ? words.offered : words.notOffered}</p>
      {page.needs.map((need) => (
        <Card key={need.id}>
          <NeedCard
            page={page}
            need={need}
            offering={offering?.need === need.id ? offering : undefined}
            onBegin={() => setOffering({ need: need.id, count: need.count, isSending: false })}
            onCount={(count) => setOffering({ need: need.id, count, isSending: false })}
            onSend={(count) => void send(need.id, count)}
          />
        </Card>
      ))}
      {gone.length === 0 ? null : <Gone page={page} />}
    </Section>
  );
}

/** What was asked for and is not needed any more: whoever was about to bake for it must learn it. */
function Gone({ page }: { readonly page: SponsorPage }): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  return (
    <Card>
      <h3>{words.noLongerNeeded}</h3>
      <ul>
        {page.noLongerNeeded.map((need, index) => (
          <li key={index}>
            {[
              `${itemOf(page, need.item).name} ${amountText(page, need.item, need.count, language)}`,
              whenAndWhere(need, language),
            ].join(' · ')}
          </li>
        ))}
      </ul>
    </Card>
  );
}

type NeedCardProps = {
  readonly page: SponsorPage;
  readonly need: Need;
  readonly offering: Offering | undefined;
  readonly onBegin: () => void;
  readonly onCount: (count: number) => void;
  readonly onSend: (count: number) => void;
};

function NeedCard({ page, need, offering, onBegin, onCount, onSend }: NeedCardProps): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  const { name, unit } = itemOf(page, need.item);
  return (
    <Stack gap="small">
      <p>
        <strong>{`${name} ${amountText(page, need.item, need.count, language)}`}</strong>
        <br />
        {whenAndWhere(need, language)}
      </p>
      {offering === undefined ? (
        <Button onPress={onBegin}>{words.give}</Button>
      ) : (
        <>
          <NumberStepper
            label={words.giveHow}
            value={offering.count}
            onChange={onCount}
            step={WHOLE}
            min={WHOLE}
            max={MAX_COUNT}
            format={(count) => formatCount(count, language)}
            parse={parseCount}
            unit={unit}
            increaseLabel={words.more(name)}
            decreaseLabel={words.less(name)}
          />
          <Button look="primary" onPress={() => onSend(offering.count)} isDisabled={offering.isSending}>
            {words.giveNow}
          </Button>
        </>
      )}
    </Stack>
  );
}
