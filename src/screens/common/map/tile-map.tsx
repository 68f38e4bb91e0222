import './maplibre.css';
import type { Map as GlMap } from 'maplibre-gl';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement, type RefObject } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { KeptMap } from '#store/map-file/map-file.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import { onNewColours } from './map-colours.ts';
import type { MapPlace, PlacesShown } from './map-place.ts';
import { openMap, type OpenedMap } from './open-map.ts';
import { boundsOf, isWithin, lngLatOf } from './positions.ts';
import { Labels, Marks, nearest, type Points, Way } from './sketch-parts.tsx';
import styles from './map.module.css';

export type TileMapProps = PlacesShown & {
  readonly kept: KeptMap;
  /** It cannot be drawn: the file cannot be read, or this device cannot draw maps. */
  readonly onFailure: (failure: 'file' | 'noWebgl') => void;
};

/** The same places on a real map, which lies on this device. Its list is beside it as it is beside the sketch. */
export function TileMap({ kept, onFailure, ...shown }: TileMapProps): ReactElement {
  const { places, chosen, onChoose, way } = shown;
  const { file: words } = useWords('map');
  const frame = useRef<HTMLDivElement>(null);
  const { opened, seen } = useOpenMap(frame, { kept, places, onFailure, onChoose });
  useFollowChosen(opened?.map, places, chosen);
  const outside = places.filter(({ position }) => position !== null && !isWithin(position, [...kept.header.bounds]));
  return (
    <>
      <div className={styles['frame']}>
        <div className={styles['map']} data-drawn={seen?.drawn ?? 'nothing'}>
          <div className={styles['canvas']} ref={frame} />
          {seen === undefined ? null : (
            <svg className={styles['over']} width={seen.width} height={seen.height} aria-hidden="true">
              {way === undefined ? null : <Way points={seen.points} way={way} />}
              <Marks points={seen.points} places={places} chosen={chosen} />
              {seen.isMoving ? null : (
                <Labels points={seen.points} places={places} chosen={chosen} width={seen.width} height={seen.height} />
              )}
            </svg>
          )}
          <div className={styles['zoom']}>
            <IconButton icon="plus" look="outlined" label={words.nearer} onPress={() => opened?.map.zoomIn()} />
            <IconButton icon="minus" look="outlined" label={words.farther} onPress={() => opened?.map.zoomOut()} />
          </div>
        </div>
      </div>
      <p className={styles['note']}>{opened === undefined || opened.madeBy === '' ? words.madeBy : opened.madeBy}</p>
      {outside.length === 0 ? null : <p>{words.outside(outside.length)}</p>}
    </>
  );
}

/** Where everything is on the map as it stands at this moment. */
type Seen = {
  readonly points: Points;
  readonly width: number;
  readonly height: number;
  readonly isMoving: boolean;
  /** Whether what is drawn comes from the file, for as long as nothing moves. */
  readonly drawn: 'nothing' | 'tiles';
};

type Opening = Pick<TileMapProps, 'kept' | 'places' | 'onFailure' | 'onChoose'>;

function useOpenMap(
  frame: RefObject<HTMLDivElement | null>,
  { kept, places, onFailure, onChoose }: Opening,
): { readonly opened: OpenedMap | undefined; readonly seen: Seen | undefined } {
  const { file: words } = useWords('map');
  const { language } = useSettings();
  const [opened, setOpened] = useState<OpenedMap | undefined>(undefined);
  const [seen, setSeen] = useState<Seen | undefined>(undefined);
  const look = useEffectEvent((map: GlMap): void => setSeen(seenOn(map, places)));
  const press = useEffectEvent((map: GlMap, x: number, y: number): void => {
    const near = nearest(seenOn(map, places).points, x, y);
    if (near !== undefined) onChoose(near);
  });
  const fail = useEffectEvent(onFailure);
  const open = useEffectEvent((container: HTMLElement) => {
    const positions = places.flatMap(({ position }) => position ?? []);
    return openMap({ container, file: kept.file, language, label: words.label, bounds: boundsOf(positions) });
  });
  useEffect(() => {
    const container = frame.current;
    if (container === null) return undefined;
    const ends: (() => void)[] = [];
    let isOver = false;
    const end = (): void => {
      isOver = true;
      for (const each of ends.splice(0)) each();
    };
    open(container).then(
      (map) => {
        ends.push(() => map.map.remove());
        if (isOver) return end();
        ends.push(onNewColours(map.dress));
        map.map.on('move', () => look(map.map));
        map.map.on('idle', () => look(map.map));
        map.map.on('click', ({ point }) => press(map.map, point.x, point.y));
        look(map.map);
        setOpened(map);
      },
      (error: unknown) => {
        if (!isOver) fail(error instanceof Error && error.name === 'GPUInitializationError' ? 'noWebgl' : 'file');
      },
    );
    return end;
  }, [kept, language, frame]);
  useEffect(() => {
    // Places that come or go are looked at once the map rests again.
    opened?.map.triggerRepaint();
  }, [opened, places]);
  return { opened, seen };
}

function seenOn(map: GlMap, places: readonly MapPlace[]): Seen {
  const points = new Map<RowId, { x: number; y: number }>();
  for (const { id, position } of places) if (position !== null) points.set(id, map.project(lngLatOf(position)));
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const isMoving = map.isMoving();
  const isDrawn = !isMoving && map.loaded() && map.queryRenderedFeatures().length > 0;
  return { points, width, height, isMoving, drawn: isDrawn ? 'tiles' : 'nothing' };
}

/** What was chosen in the list is brought into sight. */
function useFollowChosen(map: GlMap | undefined, places: readonly MapPlace[], chosen: RowId | null): void {
  const show = useEffectEvent((to: RowId): void => {
    const position = places.find(({ id }) => id === to)?.position ?? null;
    if (map === undefined || position === null || map.getBounds().contains(lngLatOf(position))) return;
    map.jumpTo({ center: lngLatOf(position) });
  });
  useEffect(() => {
    if (chosen !== null) show(chosen);
  }, [chosen]);
}
