import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { useWords } from '../common/words.ts';
import { telLink } from '../common/tel-link.ts';
import { type Called, usePlaceName } from '../common/use-place-name.ts';

/** Every number of the run in one place, before anybody has left: the kitchen's first, then the stops' in their order. */
export function RunPhones({ view }: { readonly view: RunInFull }): ReactElement | null {
  const { run: words } = useWords('driver');
  const called = usePlaceName();
  const numbers = phonesOf(view, called, words.kitchenPhone);
  if (numbers.length === 0) return null;
  return (
    <Disclosure summary={words.phones(numbers.length)}>
      <List label={words.phones(numbers.length)}>
        {numbers.map(({ key, name, phone }) => (
          <ListRow key={key} icon="call" title={name} detail={phone} href={telLink(phone)} />
        ))}
      </List>
    </Disclosure>
  );
}

type NamedPhone = { readonly key: string; readonly name: string; readonly phone: string };

/** A place that is visited twice has one number. */
function phonesOf(
  { run, kitchen, placesById }: RunInFull,
  called: Called,
  kitchenName: (name: string) => string,
): NamedPhone[] {
  const ids = [...new Set<RowId>(run.stops.map(({ checkpoint }) => checkpoint))];
  const places = ids.flatMap((id): readonly NamedPhone[] => {
    const place = placesById.get(id);
    return place?.phone === undefined || place.phone === null
      ? []
      : [{ key: id, name: called(place), phone: place.phone }];
  });
  return kitchen?.phone === undefined || kitchen.phone === null
    ? places
    : [{ key: 'kitchen', name: kitchenName(called(kitchen)), phone: kitchen.phone }, ...places];
}
