import { useState, type ReactElement } from 'react';
import { formatDay } from '#i18n/format.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSettings } from '../../common/settings.tsx';
import type { BranchClock } from '../../common/use-branch-clock.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import type { Naming } from '../use-naming.ts';
import { NeedDialog } from './need-dialog.tsx';

export type NeedsSectionProps = { readonly giving: Giving; readonly naming: Naming; readonly clock: BranchClock };

/** What sponsors see as needed: today's and later, as long as somebody shows it. */
export function NeedsSection({ giving, naming, clock }: NeedsSectionProps): ReactElement {
  const words = useWords('pledges');
  const { language } = useSettings();
  const saving = useSave();
  const [isAdding, setIsAdding] = useState(false);
  const shown = giving.needs.filter(({ status, on }) => status === 'open' && on >= clock.today);
  return (
    <Section
      heading={words.needs}
      aside={
        <Button size="dense" icon="plus" onPress={() => setIsAdding(true)}>
          {words.addNeed}
        </Button>
      }
    >
      <p>{words.needsLead}</p>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {shown.length === 0 ? (
        <p>{words.noNeeds}</p>
      ) : (
        <List>
          {shown.map((need) => (
            <ListRow
              key={need.id}
              title={naming.amounts([need])}
              detail={[formatDay(need.on, language), need.district].filter((part) => part !== '').join(' · ')}
              end={
                <Button
                  size="dense"
                  look="quiet"
                  onPress={() => void saving.save({ name: 'needWithdraw', args: { id: need.id } })}
                >
                  {words.withdraw}
                </Button>
              }
            />
          ))}
        </List>
      )}
      {isAdding ? <NeedDialog giving={giving} clock={clock} onClose={() => setIsAdding(false)} /> : null}
    </Section>
  );
}
