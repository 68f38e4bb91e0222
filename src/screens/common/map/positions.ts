import type { Position } from '#domain/scalars.ts';

const DEGREE = 1_000_000;

/** Longitude, latitude in degrees, as maps write it. */
export function lngLatOf({ lon, lat }: Position): [number, number] {
  return [lon / DEGREE, lat / DEGREE];
}

export type Bounds = [west: number, south: number, east: number, north: number];

/** What all of them lie within, in degrees; undefined where there are none. */
export function boundsOf(positions: readonly Position[]): Bounds | undefined {
  const [first, ...others] = positions.map(lngLatOf);
  if (first === undefined) return undefined;
  let [west, south] = first;
  let [east, north] = first;
  for (const [lon, lat] of others) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

export function isWithin(position: Position, [west, south, east, north]: Readonly<Bounds>): boolean {
  const [lon, lat] = lngLatOf(position);
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
