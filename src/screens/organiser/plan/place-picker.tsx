import { useState, type KeyboardEvent, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { searchPlaces } from '#domain/views/place-search.ts';
import type { KnownCheckpoint } from '#store/queries/checkpoints.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import styles from './plan.module.css';

/** More than this nobody reads; one letter more finds it sooner. */
const SHOWN_MATCHES = 6;

export type PlacePickerProps = {
  readonly places: readonly KnownCheckpoint[];
  readonly taken: readonly RowId[];
  readonly onPick: (place: RowId) => void;
};

/** Finds a checkpoint by its number or name; Enter takes the first, and the field is ready for the next. */
export function PlacePicker({ places, taken, onPick }: PlacePickerProps): ReactElement {
  const { plan } = useWords('organiser');
  const { checkpoints } = useWords('places');
  const called = usePlaceName();
  const go = useGo();
  const [typed, setTyped] = useState('');
  if (places.length === 0) {
    return (
      <Stack gap="small">
        <p>{plan.noCheckpoints}</p>
        <ButtonLink icon="plus" href="/places" onGo={go}>
          {checkpoints.add}
        </ButtonLink>
      </Stack>
    );
  }
  const free = places.filter(({ id }) => !taken.includes(id));
  const matches = searchPlaces(free, typed);
  const pick = (id: RowId): void => {
    onPick(id);
    setTyped('');
  };
  const takeFirst = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const [first] = matches;
    if (first !== undefined && typed.trim() !== '') pick(first.id);
  };
  return (
    <Stack gap="small">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the field inside takes the keys; this only listens */}
      <div className={styles['search']} onKeyDown={takeFirst}>
        <TextInput label={plan.search} hint={plan.searchHint} value={typed} onChange={setTyped} />
      </div>
      <Stack direction="row" gap="small">
        {matches.slice(0, SHOWN_MATCHES).map((place) => (
          <Button key={place.id} size="dense" icon="plus" onPress={() => pick(place.id)}>
            {`${place.code} · ${called(place)}`}
          </Button>
        ))}
      </Stack>
      <p role="status">
        {matches.length === 0 && typed.trim() !== '' ? plan.noMatch : null}
        {matches.length > SHOWN_MATCHES ? plan.moreMatches(matches.length - SHOWN_MATCHES) : null}
      </p>
    </Stack>
  );
}
