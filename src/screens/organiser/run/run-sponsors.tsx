import { useState, type ReactElement } from 'react';
import { giving, type Giving } from '#store/queries/sponsors.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { pledgesFor } from './pledge-choices.ts';
import { RunLoadDialog } from './run-load-dialog.tsx';
import type { RunShown } from './run-shown.ts';

/** Whose food the run carries, and the way to say so. Not shown where nobody gives anything yet. */
export function RunSponsors({ record, naming }: Pick<RunShown, 'record' | 'naming'>): ReactElement | null {
  const words = useWords('pledges');
  const known = useQuery(giving);
  const [isOpen, setIsOpen] = useState(false);
  if (known.type === 'unknown' || known.value.rows.pledges.length === 0) return null;
  const carried = linesBySponsor(known.value, record.id);
  const choices = pledgesFor(known.value, record);
  return (
    <Section
      heading={words.runTitle}
      aside={
        choices.length === 0 ? undefined : (
          <Button size="dense" icon="bowl" onPress={() => setIsOpen(true)}>
            {words.runEdit}
          </Button>
        )
      }
    >
      {carried.length === 0 ? (
        <p>{choices.length === 0 ? words.runNoPledges : words.runNobody}</p>
      ) : (
        <List>
          {carried.map(({ sponsor, lines }) => (
            <ListRow key={sponsor} title={sponsor} detail={naming.amounts(lines)} />
          ))}
        </List>
      )}
      {isOpen ? (
        <RunLoadDialog
          record={record}
          naming={naming}
          choices={choices}
          giving={known.value}
          onClose={() => setIsOpen(false)}
        />
      ) : null}
    </Section>
  );
}

function linesBySponsor(known: Giving, run: RunShown['record']['id']) {
  const lines = known.rows.loads.find(({ id }) => id === run)?.body.lines ?? [];
  return known.sponsors
    .map(({ name, pledges }) => ({
      sponsor: name,
      lines: lines.filter((line) => pledges.some(({ id }) => id === line.pledge)),
    }))
    .filter((part) => part.lines.length > 0);
}
