import type { Position, RowId } from '../scalars.ts';
import { metresBetween } from './distance.ts';

/** A place that is to be drawn; one without a position can only be named. */
export type PlaceToDraw = { readonly id: RowId; readonly position: Position | null };

/** A sheet to draw on, in any unit of length; nothing is drawn nearer to its edge than `margin`. */
export type Sheet = { readonly width: number; readonly height: number; readonly margin: number };

export type PlacesSketch = {
  /** Where each place is on the sheet, from its upper left corner; north is up. */
  readonly pointsById: ReadonlyMap<RowId, { readonly x: number; readonly y: number }>;
  /** How many units of the sheet a kilometre is long. */
  readonly unitsPerKm: number;
};

/** A lone place has no extent; and two gates of one yard shall not look like two towns. */
const LEAST_EXTENT_M = 1_000;
const DEGREE = 1_000_000;
const METRES_PER_DEGREE = 111_320;

/** Lays places out by where they are, all of them in sight, both directions at one scale (equirectangular, as distances are). */
export function placesSketch(places: readonly PlaceToDraw[], sheet: Sheet): PlacesSketch {
  const placed = places.flatMap(({ id, position }) => (position === null ? [] : [{ id, ...position }]));
  const [south, north] = rangeOf(placed.map(({ lat }) => lat));
  const [west, east] = rangeOf(placed.map(({ lon }) => lon));
  const [middleLat, middleLon] = [(south + north) / 2, (west + east) / 2];
  const shrink = Math.cos((middleLat / DEGREE) * (Math.PI / 180));
  const metresPerMillionth = METRES_PER_DEGREE / DEGREE;
  const extent = {
    x: Math.max((east - west) * shrink * metresPerMillionth, LEAST_EXTENT_M),
    y: Math.max((north - south) * metresPerMillionth, LEAST_EXTENT_M),
  };
  const unitsPerM = Math.min(
    Math.max(sheet.width - 2 * sheet.margin, 1) / extent.x,
    Math.max(sheet.height - 2 * sheet.margin, 1) / extent.y,
  );
  const perMillionth = unitsPerM * metresPerMillionth;
  return {
    pointsById: new Map(
      placed.map(({ id, lat, lon }) => [
        id,
        {
          x: sheet.width / 2 + (lon - middleLon) * shrink * perMillionth,
          y: sheet.height / 2 - (lat - middleLat) * perMillionth,
        },
      ]),
    ),
    unitsPerKm: unitsPerM * 1_000,
  };
}

/** A round number of kilometres - 1, 2 or 5 and noughts - that is at most this long on the sheet. */
export function roundKm(units: number, unitsPerKm: number): number {
  const atMost = units / unitsPerKm;
  const power = 10 ** Math.floor(Math.log10(atMost));
  const step = [5, 2].find((one) => one * power <= atMost) ?? 1;
  return step * power;
}

export type PlaceAway<P> = {
  readonly place: P;
  /** In a straight line; undefined where a position is missing. */
  readonly metres: number | undefined;
};

/** Places by how far they are from one: the nearest first, those without a position at the end as they were. */
export function byDistance<P extends PlaceToDraw>(
  places: readonly P[],
  from: Position | null | undefined,
): readonly PlaceAway<P>[] {
  return places
    .map((place) => ({ place, metres: metresBetween(place.position, from) }))
    .toSorted((a, b) => (a.metres ?? Infinity) - (b.metres ?? Infinity) || 0);
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return least > most ? [0, 0] : [least, most];
}
