import { roundKm } from '#domain/views/places-sketch.ts';
import type { LabelSpot } from './label-spots.ts';

/** A circle of a round distance; its label stands on it, above the middle or else below, where it is on the sheet. */
export type Ring = { readonly metres: number; readonly radius: number; readonly spot: LabelSpot | undefined };

/** From a ring to the middle line of its label. */
const LABEL_ABOVE = 8;
/** Kept free for a label at the upper edge, and for the scale at the lower one. */
const [UPPER, LOWER] = [14, 30];

/** Three rings about a point of a sheet, as wide as there is room for. */
export function ringsAbout(
  middle: { readonly x: number; readonly y: number },
  sheet: { readonly width: number; readonly height: number },
  unitsPerKm: number,
): readonly Ring[] {
  const km = roundKm(Math.min(sheet.width, sheet.height) / 2, unitsPerKm);
  return [1, 2, 3].map((times) => {
    const radius = km * times * unitsPerKm;
    const edge = middle.y - radius > UPPER ? middle.y - radius : middle.y + radius;
    const isOnSheet = edge > UPPER && edge < sheet.height - LOWER;
    const spot = isOnSheet ? ({ x: middle.x, y: edge - LABEL_ABOVE, anchor: 'middle' } as const) : undefined;
    return { metres: km * times * 1_000, radius, spot };
  });
}
