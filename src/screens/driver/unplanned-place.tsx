import { useMemo, useState, type ReactElement } from 'react';
import { searchPlaces } from '#domain/views/place-search.ts';
import { type KnownPlaceName, knownPlaces } from '#store/queries/known-places.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';

/** As many as a thumb scrolls through; beyond that a few letters are quicker. */
const MAX_SHOWN = 40;

export type UnplannedPlaceProps = {
  readonly chosen: KnownPlaceName | undefined;
  readonly onChoose: (place: KnownPlaceName | undefined) => void;
};

/** Which place: a tap on its name, or a few letters or digits first. */
export function UnplannedPlace({ chosen, onChoose }: UnplannedPlaceProps): ReactElement {
  const { unplanned, stop } = useWords('driver');
  const { actions } = useWords('common');
  const called = usePlaceName();
  const [typed, setTyped] = useState('');
  if (chosen !== undefined) {
    return (
      <Section
        heading={unplanned.where}
        aside={
          <Button look="quiet" onPress={() => onChoose(undefined)}>
            {actions.change}
          </Button>
        }
      >
        <List>
          <ListRow icon="pin" title={called(chosen)} detail={stop.code(chosen.code)} />
        </List>
      </Section>
    );
  }
  return (
    <Section heading={unplanned.where}>
      <Stack>
        <TextInput label={unplanned.search} value={typed} onChange={setTyped} />
        <Places typed={typed} onChoose={onChoose} />
      </Stack>
    </Section>
  );
}

type PlacesProps = Pick<UnplannedPlaceProps, 'onChoose'> & { readonly typed: string };

function Places({ typed, onChoose }: PlacesProps): ReactElement | null {
  const { unplanned, stop } = useWords('driver');
  const called = usePlaceName();
  const answer = useQuery(knownPlaces);
  const byName = useMemo(
    () => (answer.type === 'unknown' ? [] : answer.value.toSorted((a, b) => called(a).localeCompare(called(b)))),
    [answer, called],
  );
  if (answer.type === 'unknown') return null;
  if (answer.value.length === 0) return <Banner tone="info" title={unplanned.noPlaces} />;
  const found = searchPlaces(byName, typed);
  if (found.length === 0) return <p role="status">{unplanned.noMatch}</p>;
  return (
    <List label={unplanned.where}>
      {found.slice(0, MAX_SHOWN).map((place) => (
        <ListRow key={place.id} title={called(place)} detail={stop.code(place.code)} onPress={() => onChoose(place)} />
      ))}
    </List>
  );
}
