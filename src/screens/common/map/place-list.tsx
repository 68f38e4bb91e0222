import type { ReactElement } from 'react';
import type { PlaceAway } from '#domain/views/places-sketch.ts';
import { formatDistance } from '#i18n/format.ts';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import type { MapPlace, PlacesShown } from './map-place.ts';
import { Mark } from './mark.tsx';
import styles from './map.module.css';

export type PlaceListProps = Pick<PlacesShown, 'chosen' | 'onChoose'> & {
  readonly heading: string;
  readonly places: readonly PlaceAway<MapPlace>[];
};

/** The places of the drawing in words: how far each is, and what stands there. To press one is to measure from it. */
export function PlaceList({ heading, places, chosen, onChoose }: PlaceListProps): ReactElement {
  const words = useWords('map');
  const { language } = useSettings();
  const endOf = ({ place, metres }: PlaceAway<MapPlace>): string | undefined => {
    if (place.id === chosen) return words.fromHere;
    return metres === undefined ? undefined : formatDistance(metres, language);
  };
  return (
    <Section heading={heading}>
      <List>
        {places.map((one) => (
          <ListRow
            key={one.place.id}
            title={
              <span className={styles['name']}>
                <Mark mark={one.place.mark} />
                <span>{one.place.name}</span>
              </span>
            }
            detail={one.place.detail === '' ? undefined : one.place.detail}
            end={endOf(one)}
            onPress={() => onChoose(one.place.id)}
          />
        ))}
      </List>
    </Section>
  );
}

export type UnplacedProps = { readonly places: readonly MapPlace[]; readonly hint: string };

/** Places that nobody can draw are named all the same. */
export function Unplaced({ places, hint }: UnplacedProps): ReactElement | null {
  const words = useWords('map');
  if (places.length === 0) return null;
  return (
    <Section heading={words.unplaced}>
      <p className={styles['note']}>{hint}</p>
      <List>
        {places.map(({ id, mark, name, detail }) => (
          <ListRow
            key={id}
            title={
              <span className={styles['name']}>
                <Mark mark={mark} />
                <span>{name}</span>
              </span>
            }
            detail={detail === '' ? undefined : detail}
          />
        ))}
      </List>
    </Section>
  );
}
