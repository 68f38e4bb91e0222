import type { ReactElement } from 'react';
import { suggestedWindows } from '#domain/views/suggested-windows.ts';
import { formatWindow } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useWords } from '../../common/words.ts';
import { Suggestions } from './suggestions.tsx';
import { usualWindows } from './usual-things.ts';
import type { KnownWindow } from './window-dialog.tsx';

export type WindowsSectionProps = {
  readonly windows: readonly KnownWindow[];
  /** Undefined opens an empty form. */
  readonly onOpen: (row: KnownWindow | undefined) => void;
};

/** Meal windows by when they begin; above them the usual ones, as long as the branch has few. */
export function WindowsSection({ windows, onOpen }: WindowsSectionProps): ReactElement {
  const words = useWords('places');
  const ordered = windows.toSorted((a, b) => Number(a.body.status === 'closed') - Number(b.body.status === 'closed'));
  const begun = new Set(windows.map(({ body }) => body.startMinute));
  const offers = usualWindows(words)
    .filter(({ args }) => !begun.has(args.fields.startMinute))
    .map((mutation) => {
      const { name, startMinute, endMinute } = mutation.args.fields;
      return { label: `${name} ${formatWindow(startMinute, endMinute)}`, mutation };
    });
  return (
    <div id="windows">
      <Section
        heading={words.windows.title}
        aside={
          <Button size="dense" icon="plus" onPress={() => onOpen(undefined)}>
            {words.windows.add}
          </Button>
        }
      >
        {windows.length >= suggestedWindows.length ? null : (
          <Suggestions look="more" subject={words.windows.title} offers={offers} />
        )}
        {ordered.length === 0 ? null : (
          <List label={words.windows.title}>
            {ordered.map((row) => (
              <ListRow
                key={row.id}
                title={row.body.name}
                detail={formatWindow(row.body.startMinute, row.body.endMinute)}
                tone={row.body.status === 'closed' ? 'past' : 'plain'}
                end={row.body.status === 'closed' ? words.closed : undefined}
                onPress={() => onOpen(row)}
              />
            ))}
          </List>
        )}
      </Section>
    </div>
  );
}
