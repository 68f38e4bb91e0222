import type { ReactElement } from 'react';
import { MAX_SHOWN_RUNS } from './max-shown-runs.ts';
import type { SponsorPage } from '#sync/sponsor-link.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../common/settings.tsx';
import { useWords } from '../common/words.ts';
import { amountText, itemOf, whenAndWhere } from './texts.ts';

/** Each run that carried some of it: its day, its meal, its districts. */
export function RunsList({ page }: { readonly page: SponsorPage }): ReactElement | null {
  const words = useWords('sponsor');
  const { language } = useSettings();
  if (page.runs.length === 0) return null;
  const shown = page.runs.slice(0, MAX_SHOWN_RUNS);
  return (
    <Section heading={words.runs}>
      <List>
        {shown.map((run, index) => {
          const district = run.districts.length === 0 ? words.noDistrict : run.districts.join(', ');
          const amounts = run.lines.map(
            ({ item, delivered, loaded }) =>
              `${itemOf(page, item).name} ${words.lineOf(amountText(page, item, delivered, language), amountText(page, item, loaded, language))}`,
          );
          return (
            <ListRow
              key={index}
              title={whenAndWhere({ ...run, district }, language)}
              detail={amounts.join(', ')}
              end={run.state === 'onTheWay' ? words.onTheWayState : undefined}
            />
          );
        })}
      </List>
      {page.runs.length > shown.length ? <p>{words.olderRuns}</p> : null}
    </Section>
  );
}
