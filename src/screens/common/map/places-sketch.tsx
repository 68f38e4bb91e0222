import { useMemo, useRef, type MouseEvent, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { type PlacesSketch as Drawn, placesSketch, roundKm } from '#domain/views/places-sketch.ts';
import { formatDistance } from '#i18n/format.ts';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import { type Box, boxOf, type LabelSpot } from './label-spots.ts';
import type { PlacesShown } from './map-place.ts';
import { type Ring, ringsAbout } from './rings.ts';
import { arrowBoxes, Arrows, Labels, Marks, nearest, type Points, Way } from './sketch-parts.tsx';
import { useWidthOf } from './use-width-of.ts';
import styles from './map.module.css';

/** Room at the edge for a mark and its label. */
const MARGIN = 34;
/** Of the texts that are no place's name. */
const LETTER = 12;
const [LOWEST, HIGHEST] = [240, 520];

/**
 * Places by their coordinates, with rings of distance about the chosen one: what there is without any map. It is one
 * picture for those who listen; the list beside it says and does the same.
 */
export function PlacesSketch(shown: PlacesShown): ReactElement {
  const { places, chosen, onChoose, way } = shown;
  const words = useWords('map');
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidthOf(frame);
  const height = Math.round(Math.min(Math.max(width * 0.8, LOWEST), HIGHEST));
  const drawn = useMemo(() => placesSketch(places, { width, height, margin: MARGIN }), [places, width, height]);
  const { rings, scale, taken } = useDistances({ drawn, width, height }, chosen);
  const choose = (event: MouseEvent<SVGSVGElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const near = nearest(drawn.pointsById, event.clientX - left, event.clientY - top);
    if (near !== undefined) onChoose(near);
  };
  return (
    <div className={styles['frame']} ref={frame}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the list beside it does the same by the keyboard */}
      <svg
        className={styles['sketch']}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={words.sketch(drawn.pointsById.size)}
        onClick={choose}
      >
        <Rings rings={rings} points={drawn.pointsById} chosen={chosen} />
        {way === undefined ? null : <Way points={drawn.pointsById} way={way} />}
        <Marks points={drawn.pointsById} places={places} chosen={chosen} />
        <Arrows drawn={drawn} />
        <Labels
          points={drawn.pointsById}
          beyondById={drawn.beyondById}
          places={places}
          chosen={chosen}
          width={width}
          height={height}
          taken={taken}
        />
        <Scale scale={scale} height={height} />
        <g className={styles['compass']} transform={`translate(${width - 20} 16)`}>
          <path d="M0 -8l5 14l-5 -4l-5 4z" />
          <text y="21" textAnchor="middle">
            {words.north}
          </text>
        </g>
      </svg>
    </div>
  );
}

type SheetProps = { readonly drawn: Drawn; readonly width: number; readonly height: number };
type Written = { readonly text: string; readonly spot: LabelSpot };
type Distances = {
  readonly rings: readonly (Ring & { readonly text: string })[];
  /** A stretch of a round length, drawn to scale. */
  readonly scale: Written & { readonly end: number };
  /** The room that is taken by them, by arrows and by the compass: names of places go around it. */
  readonly taken: readonly Box[];
};

/** The texts that say how far it is. */
function useDistances({ drawn, width, height }: SheetProps, chosen: RowId | null): Distances {
  const { language } = useSettings();
  return useMemo(() => {
    // Where a place stands at the edge, nothing about it is to scale.
    const middle = chosen === null || drawn.beyondById.has(chosen) ? undefined : drawn.pointsById.get(chosen);
    const rings = (middle === undefined ? [] : ringsAbout(middle, { width, height }, drawn.unitsPerKm)).map((ring) => ({
      ...ring,
      text: formatDistance(ring.metres, language),
    }));
    const km = roundKm(width / 3, drawn.unitsPerKm);
    const end = 12 + km * drawn.unitsPerKm;
    const spot = { x: end + 6, y: height - 13, anchor: 'start' } as const;
    const scale = { text: formatDistance(km * 1_000, language), end, spot };
    const texts = [...rings, scale].flatMap(({ text, spot: at }) => (at === undefined ? [] : boxOf(text, at, LETTER)));
    const compass = { left: width - 32, right: width - 8, top: 4, bottom: 40 };
    return { rings, scale, taken: [...texts, ...arrowBoxes(drawn), compass] };
  }, [drawn, chosen, width, height, language]);
}

type ChosenProps = { readonly points: Points; readonly chosen: RowId | null };

/** Circles of a round distance about the chosen place, as many as there is room for. */
function Rings({ rings, points, chosen }: Pick<Distances, 'rings'> & ChosenProps): ReactElement | null {
  const middle = chosen === null ? undefined : points.get(chosen);
  if (middle === undefined) return null;
  return (
    <g className={styles['rings']}>
      {rings.map(({ radius, text, spot }) => (
        <g key={radius}>
          <circle cx={middle.x} cy={middle.y} r={radius} />
          {spot === undefined ? null : (
            <text x={spot.x} y={spot.y} dy="0.36em" textAnchor={spot.anchor}>
              {text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Scale({
  scale: { text, spot, end },
  height,
}: Pick<Distances, 'scale'> & { readonly height: number }): ReactElement {
  return (
    <g className={styles['scale']}>
      <path d={`M12 ${height - 16}v6H${end}v-6`} />
      <text x={spot.x} y={spot.y} dy="0.36em">
        {text}
      </text>
    </g>
  );
}
