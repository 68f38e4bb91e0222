import type { ReactElement } from 'react';
import { releasedNeeds } from '#store/queries/released-needs.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import type { CellOpen } from './cell-open.ts';

/**
 * Needs that sponsors are shown of this day, window and district: whoever calls off a cell takes them down with one tap. Which
 * of a district's portions were this cell's nobody wrote down, so it is not done for them.
 */
export function ShownToSponsors({ on, window, row, naming }: CellOpen): ReactElement | null {
  const words = useWords('coverage');
  const saving = useSave();
  const known = useQuery(releasedNeeds, on);
  const here = (known.type === 'known' ? known.value : []).filter(
    (need) =>
      (need.window === null || need.window === window) && (need.district === '' || need.district === row.district),
  );
  if (here.length === 0) return null;
  return (
    <Section heading={words.shownToSponsors}>
      <List>
        {here.map((need) => (
          <ListRow
            key={need.id}
            title={naming.amounts([need])}
            detail={need.district}
            end={
              <Button size="dense" onPress={() => void saving.save({ name: 'needWithdraw', args: { id: need.id } })}>
                {words.takeDown}
              </Button>
            }
          />
        ))}
      </List>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </Section>
  );
}
