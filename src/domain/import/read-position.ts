import { err, ok, type Result } from '#lib/result.ts';
import type { Position } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';

const DEGREES = /^[-−]?\d{1,3}(?:[.,]\d+)?$/;

/** Latitude and longitude in degrees, with a point or a comma; null when neither is given. */
export function readPosition(lat: string, lon: string): Result<Position | null, BadReason> {
  if (lat === '' && lon === '') return ok(null);
  const position = { lat: millionths(lat), lon: millionths(lon) };
  const isOnEarth = Math.abs(position.lat) <= 90_000_000 && Math.abs(position.lon) <= 180_000_000;
  return isOnEarth ? ok(position) : err('positionUnclear');
}

/** NaN for what is no number of degrees. */
function millionths(text: string): number {
  const plain = text.replace(/\s/gu, '');
  return DEGREES.test(plain) ? Math.round(Number(plain.replace('−', '-').replace(',', '.')) * 1_000_000) : Number.NaN;
}
