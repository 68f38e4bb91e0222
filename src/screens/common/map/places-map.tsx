import { useMemo, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { byDistance } from '#domain/views/places-sketch.ts';
import { Select } from '#ui/select.tsx';
import { useWords } from '../words.ts';
import type { PlacesShown } from './map-place.ts';
import { Mark } from './mark.tsx';
import { PlaceList, Unplaced } from './place-list.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import styles from './map.module.css';

export type PlacesMapProps = PlacesShown & {
  readonly heading: string;
  /** `nearest`: by the distance from the chosen place; `asGiven`: the order means something. */
  readonly order: 'nearest' | 'asGiven';
  /** What to do about places that have no coordinates. */
  readonly unplacedHint: string;
};

/** Places drawn, and the same in a list beside the drawing. At least one has coordinates. */
export function PlacesMap({ heading, order, unplacedHint, ...shown }: PlacesMapProps): ReactElement {
  const { places, chosen, onChoose, legend } = shown;
  const words = useWords('map');
  const placed = useMemo(() => places.filter(({ position }) => position !== null), [places]);
  const from = placed.find(({ id }) => id === chosen)?.position;
  const away = useMemo(() => {
    const sorted = byDistance(placed, from);
    if (order === 'nearest') return sorted;
    const awayById = new Map(sorted.map((one) => [one.place.id, one]));
    return placed.flatMap(({ id }) => awayById.get(id) ?? []);
  }, [placed, from, order]);
  return (
    <div className={styles['sides']}>
      <div className={styles['drawing']}>
        <PlacesSketch {...shown} places={placed} />
        <ul className={styles['legend']} aria-label={words.legend}>
          {legend
            .filter(([mark]) => placed.some((place) => place.mark === mark))
            .map(([mark, meaning]) => (
              <li key={mark}>
                <Mark mark={mark} />
                <span>{meaning}</span>
              </li>
            ))}
        </ul>
        <p className={styles['note']}>{words.straight}</p>
      </div>
      <div className={styles['words']}>
        <Select<RowId>
          label={words.from}
          options={placed.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen ?? undefined}
          onChange={onChoose}
        />
        <PlaceList heading={heading} places={away} chosen={chosen} onChoose={onChoose} />
        <Unplaced places={places.filter(({ position }) => position === null)} hint={unplacedHint} />
      </div>
    </div>
  );
}
