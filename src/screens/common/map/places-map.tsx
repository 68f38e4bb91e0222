import { useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { byDistance } from '#domain/views/places-sketch.ts';
import { Select } from '#ui/select.tsx';
import { useWords } from '../words.ts';
import { canDrawMaps } from './can-draw-maps.ts';
import { useLookForMap, useMapFile } from './kept-map.ts';
import { MapFileSection } from './map-file-section.tsx';
import type { PlacesShown } from './map-place.ts';
import { Mark } from './mark.tsx';
import { PlaceList, Unplaced } from './place-list.tsx';
import { PlacesSketch } from './places-sketch.tsx';
import { tiles } from './tiles.ts';
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
        <Drawing {...shown} places={placed} />
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
        <MapFileSection />
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

/** A real map where this device holds one and can draw it; else the sketch, and why it is one. */
function Drawing(shown: PlacesShown): ReactElement {
  const { file: words } = useWords('map');
  const { standing } = useMapFile();
  const chunk = useSyncExternalStore(tiles.subscribe, tiles.read);
  const [failure, setFailure] = useState<'file' | 'noWebgl' | undefined>(undefined);
  const isKept = standing.type === 'kept';
  useLookForMap();
  useEffect(() => {
    setFailure(undefined);
    if (!isKept) return;
    if (!canDrawMaps()) return setFailure('noWebgl');
    if (chunk.type === 'notHere') tiles.retry();
    void tiles.begin();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one try each time the screen opens or a map is taken
  }, [isKept]);
  if (standing.type !== 'kept') return <PlacesSketch {...shown} />;
  if (chunk.type === 'here' && failure === undefined) {
    const TileMap = chunk.value;
    return <TileMap {...shown} kept={standing.map} onFailure={setFailure} />;
  }
  return (
    <>
      <PlacesSketch {...shown} />
      <p role="status">
        {failure === undefined ? words[chunk.type === 'notHere' ? 'notHere' : 'coming'] : words[failure]}
      </p>
    </>
  );
}
