import type { ReactElement } from 'react';
import { formatCount } from '#i18n/format.ts';
import type { SponsorPage } from '#sync/sponsor-link.ts';
import { Card } from '#ui/card.tsx';
import { Numeral } from '#ui/numeral.tsx';
import { ProgressBar } from '#ui/progress-bar.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { amountText, itemOf } from './texts.ts';

export type SumsProps = {
  readonly heading: string;
  readonly page: SponsorPage;
  readonly sums: SponsorPage['week'];
  readonly tone?: 'now' | 'plain' | undefined;
};

/** What a period came to: a sentence, and for each item its numbers and bars. */
export function Sums({ heading, page, sums, tone = 'plain' }: SumsProps): ReactElement {
  const words = useWords('sponsor');
  return (
    <Section heading={heading}>
      <Card tone={tone}>
        <Stack>
          <p>{sums.runCount === 0 ? words.nothingYet : words.sentence(sums.runCount, sums.checkpointCount)}</p>
          {sums.items.map((sum) => (
            <ItemSum key={sum.item} page={page} sum={sum} />
          ))}
        </Stack>
      </Card>
    </Section>
  );
}

type ItemSumProps = { readonly page: SponsorPage; readonly sum: SponsorPage['week']['items'][number] };

function ItemSum({ page, sum }: ItemSumProps): ReactElement {
  const words = useWords('sponsor');
  const { language } = useSettings();
  const { name, unit } = itemOf(page, sum.item);
  const text = (count: number): string => amountText(page, sum.item, count, language);
  const most = Math.max(sum.promised, sum.loaded, sum.delivered);
  const rest = [
    ...(sum.onTheWay > 0 ? [words.onTheWay(text(sum.onTheWay))] : []),
    ...(sum.leftOver > 0 ? [words.leftOver(text(sum.leftOver))] : []),
  ];
  const bars = [
    { label: words.promised, value: sum.promised },
    { label: words.loaded, value: sum.loaded },
    { label: words.delivered, value: sum.delivered },
  ];
  return (
    <Stack gap="small">
      <Numeral value={formatCount(sum.delivered, language)} unit={name} detail={unit} size="row" stands="column" />
      {bars.map(({ label, value }) => (
        <ProgressBar key={label} label={label} value={value} max={Math.max(most, 1)} text={text(value)} />
      ))}
      {rest.length === 0 ? null : <p>{rest.join(', ')}</p>}
    </Stack>
  );
}
