import type { Position, RowId } from '../scalars.ts';
import { metresBetween } from './distance.ts';

/** A place that is to be drawn; one without a position can only be named. */
export type PlaceToDraw = { readonly id: RowId; readonly position: Position | null };

/** A sheet to draw on, in any unit of length; nothing is drawn nearer to its edge than `margin`. */
export type Sheet = { readonly width: number; readonly height: number; readonly margin: number };

export type PlacesSketch = {
  /** Where each place is on the sheet, from its upper left corner; north is up. */
  readonly pointsById: ReadonlyMap<RowId, Point>;
  /** Places that lie beyond the sheet: they stand at its edge, on the side where they are. */
  readonly beyondById: ReadonlyMap<RowId, Beyond>;
  /** How many units of the sheet a kilometre is long. */
  readonly unitsPerKm: number;
};

type Point = { readonly x: number; readonly y: number };
/** Which way a place lies from the middle of the others, in degrees clockwise from the right, and how far. */
export type Beyond = { readonly turn: number; readonly metres: number };

/** A place so many times farther out than most of the others shall not push all of those into one spot. */
const FAR_TIMES = 4;
const MOST = 0.6;
/** Among fewer there is no telling which of them is the far one. */
const FEWEST = 4;
/** A lone place has no extent; and two gates of one yard shall not look like two towns. */
const LEAST_EXTENT_M = 1_000;
const DEGREE = 1_000_000;
const METRES_PER_DEGREE = 111_320;
const METRES_PER_MILLIONTH = METRES_PER_DEGREE / DEGREE;
/** Whoever is at the very edge is not beyond it, whatever the last digit says. */
const ON_SHEET = 0.999;

/**
 * Lays places out by where they are, both directions at one scale (equirectangular, as distances are). All of them are in
 * sight, at their place; but what is very far from all others is at the edge.
 */
export function placesSketch(places: readonly PlaceToDraw[], sheet: Sheet): PlacesSketch {
  const placed = places.flatMap(({ id, position }) => (position === null ? [] : [{ id, ...position }]));
  const near = nearPlaces(placed);
  const [south, north] = rangeOf(near.map(({ lat }) => lat));
  const [west, east] = rangeOf(near.map(({ lon }) => lon));
  const middle = { lat: (south + north) / 2, lon: (west + east) / 2 };
  const shrink = shrinkAt(middle.lat);
  const extent = {
    x: Math.max((east - west) * shrink * METRES_PER_MILLIONTH, LEAST_EXTENT_M),
    y: Math.max((north - south) * METRES_PER_MILLIONTH, LEAST_EXTENT_M),
  };
  const room = {
    x: Math.max(sheet.width - 2 * sheet.margin, 1),
    y: Math.max(sheet.height - 2 * sheet.margin, 1),
  };
  const unitsPerM = Math.min(room.x / extent.x, room.y / extent.y);
  const perMillionth = unitsPerM * METRES_PER_MILLIONTH;
  const pointsById = new Map<RowId, Point>();
  const beyondById = new Map<RowId, Beyond>();
  for (const { id, lat, lon } of placed) {
    const [x, y] = [(lon - middle.lon) * shrink * perMillionth, (middle.lat - lat) * perMillionth];
    const kept = Math.min(room.x / 2 / Math.abs(x), room.y / 2 / Math.abs(y), 1);
    pointsById.set(id, { x: sheet.width / 2 + x * kept, y: sheet.height / 2 + y * kept });
    if (kept < ON_SHEET) beyondById.set(id, { turn: degrees(Math.atan2(y, x)), metres: Math.hypot(x, y) / unitsPerM });
  }
  return { pointsById, beyondById, unitsPerKm: unitsPerM * 1_000 };
}

type Placed = Position & { readonly id: RowId };

/** All but those that lie many times farther from the middle of all than most do. */
function nearPlaces(placed: readonly Placed[]): readonly Placed[] {
  if (placed.length < FEWEST) return placed;
  const [lat, lon] = [middleOf(placed.map((place) => place.lat)), middleOf(placed.map((place) => place.lon))];
  const shrink = shrinkAt(lat);
  const metresTo = (place: Placed): number =>
    Math.hypot((place.lon - lon) * shrink, place.lat - lat) * METRES_PER_MILLIONTH;
  const distances = placed.map(metresTo).toSorted((a, b) => a - b);
  const usual = Math.max(distances[Math.ceil(distances.length * MOST) - 1] ?? 0, LEAST_EXTENT_M);
  return placed.filter((place) => metresTo(place) <= usual * FAR_TIMES);
}

function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** How much shorter a degree of longitude is there than one of latitude. */
function shrinkAt(lat: number): number {
  return Math.cos((lat / DEGREE) * (Math.PI / 180));
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
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
