import type { ReactElement } from 'react';
import type { KnownKitchen } from '#store/queries/kitchens.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';

export type KitchensSectionProps = {
  readonly kitchens: readonly KnownKitchen[];
  /** Undefined opens an empty form. */
  readonly onOpen: (row: KnownKitchen | undefined) => void;
};

/** Kitchens are few: a list, with the closed ones at its end. */
export function KitchensSection({ kitchens, onOpen }: KitchensSectionProps): ReactElement {
  const words = useWords('places');
  const called = usePlaceName();
  const ordered = kitchens.toSorted((a, b) => Number(a.status === 'closed') - Number(b.status === 'closed'));
  return (
    <div id="kitchens">
      <Section
        heading={words.kitchens.title}
        aside={
          <Button size="dense" icon="plus" onPress={() => onOpen(undefined)}>
            {words.kitchens.add}
          </Button>
        }
      >
        {ordered.length === 0 ? (
          <p>{words.kitchens.emptyHint}</p>
        ) : (
          <List>
            {ordered.map((row) => (
              <ListRow
                key={row.id}
                title={called(row)}
                detail={[row.landmark, row.phone ?? ''].filter((text) => text !== '').join(' · ')}
                tone={row.status === 'closed' ? 'past' : 'plain'}
                end={row.status === 'closed' ? words.closed : undefined}
                onPress={() => onOpen(row)}
              />
            ))}
          </List>
        )}
      </Section>
    </div>
  );
}
