import { readPosition } from '#domain/import/read-position.ts';
import type { Position } from '#domain/scalars.ts';
import { err, ok, type Result } from '#lib/result.ts';

const MILLIONTHS = 1_000_000;

/** "43.238, 76.9452", as map apps copy it; empty for a place that is on no map. */
export function positionToText(position: Position | null): string {
  return position === null ? '' : `${position.lat / MILLIONTHS}, ${position.lon / MILLIONTHS}`;
}

/**
 * Two numbers with a comma, a semicolon or a space between them, as map apps and people write them ("43.238, 76.9452",
 * "43,238 76,9452"); an empty text is no place on the map.
 */
export function textToPosition(text: string): Result<Position | null, 'positionUnclear'> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(null);
  const [lat, lon, ...rest] = trimmed.includes('.') ? trimmed.split(/[\s,;]+/u) : trimmed.split(/\s*;\s*|,?\s+/u);
  if (lat === undefined || lon === undefined || rest.length > 0) return err('positionUnclear');
  const read = readPosition(lat, lon);
  return read.ok ? ok(read.value) : err('positionUnclear');
}
