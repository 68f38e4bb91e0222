import type { Position } from '../scalars.ts';

const METRES_PER_DEGREE = 111_320;
const DEGREE = 1_000_000;

/**
 * Metres between two places as the crow flies, good to a percent over a district (equirectangular projection); undefined
 * where the position of one is not known.
 */
export function metresBetween(a: Position | null | undefined, b: Position | null | undefined): number | undefined {
  if (a === null || a === undefined || b === null || b === undefined) return undefined;
  const north = (a.lat - b.lat) / DEGREE;
  const middle = ((a.lat + b.lat) / 2 / DEGREE) * (Math.PI / 180);
  const east = ((a.lon - b.lon) / DEGREE) * Math.cos(middle);
  return Math.round(Math.hypot(north, east) * METRES_PER_DEGREE);
}
