import type { Position } from '../scalars.ts';

/** The maps that people here have on their phones; `other` asks the phone for whatever it has. */
export type MapName = 'twoGis' | 'yandex' | 'google' | 'other';
export const mapNames: readonly MapName[] = ['twoGis', 'yandex', 'google', 'other'];

/**
 * The address that shows a place on a map. Their orders differ: 2GIS and Yandex Maps (`pt`) take longitude, latitude;
 * Google and `geo:` (RFC 5870) latitude, longitude.
 */
export function mapLink(map: MapName, position: Position): string {
  const lat = degrees(position.lat);
  const lon = degrees(position.lon);
  switch (map) {
    case 'twoGis':
      return `https://2gis.kz/geo/${lon},${lat}`;
    case 'yandex':
      return `https://yandex.kz/maps/?pt=${lon},${lat}&z=16&l=map`;
    case 'google':
      return `https://www.google.com/maps/dir/?api=1&destination=${lat},${lon}`;
    case 'other':
      return `geo:${lat},${lon}?q=${lat},${lon}`;
  }
}

/** Millionths of a degree as decimal text, exactly. */
function degrees(millionths: number): string {
  return (millionths / 1_000_000).toFixed(6);
}
