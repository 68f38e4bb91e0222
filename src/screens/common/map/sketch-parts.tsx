import { useMemo, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { PlacesSketch } from '#domain/views/places-sketch.ts';
import { formatDistance } from '#i18n/format.ts';
import { useSettings } from '../settings.tsx';
import { type Box, type LabelSpot, labelSpots } from './label-spots.ts';
import type { MapMark, MapPlace } from './map-place.ts';
import { MarkShape } from './mark.tsx';
import styles from './map.module.css';

/** Where places are on a drawing, in CSS pixels from its upper left corner. */
export type Points = ReadonlyMap<RowId, { readonly x: number; readonly y: number }>;

/** How far from a mark a finger may be. */
const FINGER = 28;
const ROOT_LETTER = 13;
const URGENCY: readonly MapMark[] = ['kitchen', 'bare', 'short', 'open', 'met', 'done', 'notNeeded'];

/** The place that was meant by a press there. */
export function nearest(points: Points, x: number, y: number): RowId | undefined {
  let found: { readonly id: RowId; readonly away: number } | undefined;
  for (const [id, point] of points) {
    const away = Math.hypot(point.x - x, point.y - y);
    if (away <= FINGER && away < (found?.away ?? Infinity)) found = { id, away };
  }
  return found?.id;
}

/** The way of a run, from place to place. */
export function Way({ points, way }: { readonly points: Points; readonly way: readonly RowId[] }): ReactElement {
  const corners = way.flatMap((id) => points.get(id) ?? []);
  return <polyline className={styles['way']} points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />;
}

type PlacesProps = {
  readonly points: Points;
  readonly places: readonly MapPlace[];
  readonly chosen: RowId | null;
};

/** What is most urgent lies on top. */
export function Marks({ points, places, chosen }: PlacesProps): ReactElement[] {
  return byUrgency(places, chosen)
    .toReversed()
    .flatMap(({ id, mark }) => {
      const point = points.get(id);
      if (point === undefined) return [];
      return [
        <g key={id} transform={`translate(${point.x} ${point.y})`}>
          {id === chosen ? <circle className={styles['chosen']} r="14" /> : null}
          <MarkShape mark={mark} />
        </g>,
      ];
    });
}

/** From a mark to the middle of its arrow, and from there to the arrow's edge. */
const [ARROW, HALF_ARROW] = [20, 6];

/** The room that the arrows take. */
export function arrowBoxes({ pointsById, beyondById }: PlacesSketch): readonly Box[] {
  return [...beyondById].flatMap(([id, { turn }]) => {
    const point = pointsById.get(id);
    if (point === undefined) return [];
    const angle = (turn * Math.PI) / 180;
    const [x, y] = [point.x + ARROW * Math.cos(angle), point.y + ARROW * Math.sin(angle)];
    return [{ left: x - HALF_ARROW, right: x + HALF_ARROW, top: y - HALF_ARROW, bottom: y + HALF_ARROW }];
  });
}

/** Which way the places at the edge lie beyond it. */
export function Arrows({ drawn: { pointsById, beyondById } }: { readonly drawn: PlacesSketch }): ReactElement[] {
  return [...beyondById].flatMap(([id, { turn }]) => {
    const point = pointsById.get(id);
    if (point === undefined) return [];
    const transform = `translate(${point.x} ${point.y}) rotate(${turn})`;
    return [<path key={id} className={styles['beyond']} transform={transform} d="M15 -6l9 6l-9 6z" />];
  });
}

const NONE_BEYOND: PlacesSketch['beyondById'] = new Map();
const NOTHING: readonly Box[] = [];
type LabelsProps = PlacesProps & {
  readonly width: number;
  readonly height: number;
  readonly beyondById?: PlacesSketch['beyondById'] | undefined;
  /** Where other texts stand already. */
  readonly taken?: readonly Box[] | undefined;
};

/** Codes or names beside the marks; of a place beyond the edge also how far it is. */
export function Labels({
  points,
  beyondById = NONE_BEYOND,
  places,
  chosen,
  width,
  height,
  taken = NOTHING,
}: LabelsProps): ReactElement[] {
  const { textSize, language } = useSettings();
  const letter = (ROOT_LETTER * textSize) / 100;
  const labelled = useMemo(() => {
    const wanted = byUrgency(places, chosen).flatMap(({ id, label }) => {
      const point = points.get(id);
      const beyond = beyondById.get(id);
      const text = beyond === undefined ? label : `${label} · ${formatDistance(beyond.metres, language)}`;
      return point === undefined ? [] : [{ id, text, ...point }];
    });
    const spots = labelSpots(wanted, { width, height, letter }, taken);
    return wanted.flatMap(({ id, text }, index) => {
      const spot = spots[index];
      return spot === undefined ? [] : [{ id, text, spot }];
    });
  }, [places, chosen, points, beyondById, width, height, letter, language, taken]);
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
