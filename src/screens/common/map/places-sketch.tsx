import { useMemo, useRef, type MouseEvent, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { type PlacesSketch as Drawn, placesSketch, roundKm } from '#domain/views/places-sketch.ts';
import { formatDistance } from '#i18n/format.ts';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import type { PlacesShown } from './map-place.ts';
import { Arrows, Labels, Marks, nearest, Way } from './sketch-parts.tsx';
import { useWidthOf } from './use-width-of.ts';
import styles from './map.module.css';

/** Room at the edge for a mark and its label. */
const MARGIN = 34;
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
        <Rings drawn={drawn} chosen={chosen} width={width} height={height} />
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
        />
        <Scale drawn={drawn} width={width} height={height} />
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
type ChosenProps = { readonly chosen: RowId | null };

/** Circles of a round distance about the chosen place, as many as there is room for. */
function Rings({ drawn, chosen, width, height }: SheetProps & ChosenProps): ReactElement | null {
  const { language } = useSettings();
  const middle = chosen === null ? undefined : drawn.pointsById.get(chosen);
  // Where a place stands at the edge, nothing about it is to scale.
  if (middle === undefined || (chosen !== null && drawn.beyondById.has(chosen))) return null;
  const km = roundKm(Math.min(width, height) / 2, drawn.unitsPerKm);
  return (
    <g className={styles['rings']}>
      {[1, 2, 3].map((times) => {
        const radius = km * times * drawn.unitsPerKm;
        const isAbove = middle.y - radius > 14;
        const labelY = isAbove ? middle.y - radius : middle.y + radius;
        return (
          <g key={times}>
            <circle cx={middle.x} cy={middle.y} r={radius} />
            {labelY > 14 && labelY < height - 30 ? (
              <text x={middle.x} y={labelY - 4} textAnchor="middle">
                {formatDistance(km * times * 1_000, language)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function Scale({ drawn, width, height }: SheetProps): ReactElement {
  const { language } = useSettings();
  const km = roundKm(width / 3, drawn.unitsPerKm);
  const end = 12 + km * drawn.unitsPerKm;
  return (
    <g className={styles['scale']}>
      <path d={`M12 ${height - 16}v6H${end}v-6`} />
      <text x={end + 6} y={height - 9}>
        {formatDistance(km * 1_000, language)}
      </text>
    </g>
  );
}
