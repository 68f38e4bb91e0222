import type { ReactElement } from 'react';
import { sameText } from '#domain/import/cells.ts';
import type { KnownReturnable } from '#store/queries/returnables.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '../../common/words.ts';
import { useWhereText } from '../use-where-text.ts';
import { Suggestions } from './suggestions.tsx';

export type ReturnablesSectionProps = {
  readonly returnables: readonly KnownReturnable[];
  /** Undefined opens an empty form. */
  readonly onOpen: (row: KnownReturnable | undefined) => void;
};

/** Thermoses and crates: which sorts there are, and where they were last counted. */
export function ReturnablesSection({ returnables, onOpen }: ReturnablesSectionProps): ReactElement {
  const words = useWords('places');
  const whereText = useWhereText();
  const known = new Set(returnables.map(({ name }) => sameText(name)));
  const suggested = words.returnables.suggestions.filter((name) => !known.has(sameText(name)));
  return (
    <Section
      heading={words.returnables.title}
      aside={
        <Button size="dense" icon="plus" onPress={() => onOpen(undefined)}>
          {words.returnables.add}
        </Button>
      }
    >
      <p>{words.returnables.lead}</p>
      {returnables.length > 0 ? null : (
        <Suggestions
          look="more"
          subject={words.returnables.title}
          offers={suggested.map((name) => ({
            label: name,
            mutation: { name: 'returnableCreate', args: { fields: { name } } },
          }))}
        />
      )}
      {returnables.length === 0 ? null : (
        <List label={words.returnables.title}>
          {returnables.map((row) => (
            <ListRow
              key={row.id}
              icon="box"
              title={row.name}
              detail={whereText(row)}
              tone={row.status === 'closed' ? 'past' : 'plain'}
              end={row.status === 'closed' ? words.closed : undefined}
              onPress={() => onOpen(row)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
