import type { ReactElement } from 'react';
import { sameText } from '#domain/import/cells.ts';
import type { KnownItem } from '#store/queries/items.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '../../common/words.ts';
import { useShare } from '../use-share.tsx';
import { Suggestions } from './suggestions.tsx';
import { usualItems } from './usual-things.ts';

export type ItemsSectionProps = {
  readonly items: readonly KnownItem[];
  /** Undefined opens an empty form. */
  readonly onOpen: (row: KnownItem | undefined) => void;
};

/** Items by name, the closed ones at the end; above them what most branches bring. */
export function ItemsSection({ items, onOpen }: ItemsSectionProps): ReactElement {
  const words = useWords('places');
  const ordered = items.toSorted((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed'));
  const { shown, more } = useShare(ordered);
  const known = new Set(items.map(({ name }) => sameText(name)));
  const suggested = usualItems(words).filter(({ args }) => !known.has(sameText(args.fields.name)));
  return (
    <Section
      heading={words.items.title}
      aside={
        <Button size="dense" icon="plus" onPress={() => onOpen(undefined)}>
          {words.items.add}
        </Button>
      }
    >
      {items.length > words.items.suggestions.length ? null : (
        <Suggestions
          look={items.length === 0 ? 'first' : 'more'}
          subject={words.items.title}
          offers={suggested.map((mutation) => ({
            label: `${mutation.args.fields.name}, ${mutation.args.fields.unit}`,
            mutation,
          }))}
        />
      )}
      {ordered.length === 0 ? null : (
        <List label={words.items.title}>
          {shown.map((row) => (
            <ListRow
              key={row.id}
              title={row.name}
              detail={row.unit}
              tone={row.status === 'closed' ? 'past' : 'plain'}
              end={row.status === 'closed' ? words.closed : undefined}
              onPress={() => onOpen(row)}
            />
          ))}
        </List>
      )}
      {more}
    </Section>
  );
}
