import { useMemo, useRef, type MouseEvent, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { type PlacesSketch as Drawn, placesSketch, roundKm } from '#domain/views/places-sketch.ts';
import { formatDistance } from '#i18n/format.ts';
import { useSettings } from '../settings.tsx';
import { useWords } from '../words.ts';
import { type LabelSpot, labelSpots } from './label-spots.ts';
import type { MapMark, MapPlace, PlacesShown } from './map-place.ts';
import { MarkShape } from './mark.tsx';
import { useWidthOf } from './use-width-of.ts';
import styles from './map.module.css';

/** Room at the edge for a mark and its label. */
const MARGIN = 34;
const [LOWEST, HIGHEST] = [240, 520];
/** How far from a mark a finger may be. */
const FINGER = 28;
const ROOT_LETTER = 13;
const URGENCY: readonly MapMark[] = ['kitchen', 'bare', 'short', 'open', 'met', 'done', 'notNeeded'];

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
    const near = nearest(drawn, event.clientX - left, event.clientY - top);
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
        {way === undefined ? null : <Way drawn={drawn} way={way} />}
        <Marks drawn={drawn} places={places} chosen={chosen} />
        <Labels drawn={drawn} places={places} chosen={chosen} width={width} height={height} />
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

function nearest({ pointsById }: Drawn, x: number, y: number): RowId | undefined {
  let found: { readonly id: RowId; readonly away: number } | undefined;
  for (const [id, point] of pointsById) {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away <= FINGER && away < (found?.away ?? Infinity)) found = { id, away };
  }
  return found?.id;
}

type SheetProps = { readonly drawn: Drawn; readonly width: number; readonly height: number };
type ChosenProps = { readonly chosen: RowId | null };

/** Circles of a round distance about the chosen place, as many as there is room for. */
function Rings({ drawn, chosen, width, height }: SheetProps & ChosenProps): ReactElement | null {
  const { language } = useSettings();
  const middle = chosen === null ? undefined : drawn.pointsById.get(chosen);
  if (middle === undefined) return null;
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

function Way({ drawn, way }: { readonly drawn: Drawn; readonly way: readonly RowId[] }): ReactElement {
  const points = way.flatMap((id) => drawn.pointsById.get(id) ?? []);
  return <polyline className={styles['way']} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

type PlacesProps = ChosenProps & { readonly drawn: Drawn; readonly places: readonly MapPlace[] };

/** What is most urgent lies on top. */
function Marks({ drawn, places, chosen }: PlacesProps): ReactElement[] {
  return byUrgency(places, chosen)
    .toReversed()
    .flatMap(({ id, mark }) => {
      const point = drawn.pointsById.get(id);
      if (point === undefined) return [];
      return [
        <g key={id} transform={`translate(${point.x} ${point.y})`}>
          {id === chosen ? <circle className={styles['chosen']} r="14" /> : null}
          <MarkShape mark={mark} />
        </g>,
      ];
    });
}

function Labels({ drawn, places, chosen, width, height }: PlacesProps & SheetProps): ReactElement[] {
  const { textSize } = useSettings();
  const letter = (ROOT_LETTER * textSize) / 100;
  const labelled = useMemo(() => {
    const wanted = byUrgency(places, chosen).flatMap(({ id, label }) => {
      const point = drawn.pointsById.get(id);
      return point === undefined ? [] : [{ id, text: label, ...point }];
    });
    const spots = labelSpots(wanted, { width, height, letter });
    return wanted.flatMap(({ id, text }, index) => {
      const spot = spots[index];
      return spot === undefined ? [] : [{ id, text, spot }];
    });
  }, [places, chosen, drawn, width, height, letter]);
  return labelled.map(({ id, text, spot }) => <Label key={id} text={text} spot={spot} letter={letter} />);
}

type LabelProps = { readonly text: string; readonly spot: LabelSpot; readonly letter: number };

function Label({ text, spot: { x, y, anchor }, letter }: LabelProps): ReactElement {
  return (
    <text className={styles['label']} x={x} y={y} dy="0.36em" textAnchor={anchor} fontSize={letter}>
      {text}
    </text>
  );
}

function byUrgency(places: readonly MapPlace[], chosen: RowId | null): readonly MapPlace[] {
  const rank = ({ id, mark }: MapPlace): number => (id === chosen ? -1 : URGENCY.indexOf(mark));
  return places.toSorted((a, b) => rank(a) - rank(b));
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
