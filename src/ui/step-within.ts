export type Bounds = { readonly step: number; readonly min: number; readonly max: number };

/**
 * One step up or down. From between two steps it goes to the next whole one on that side - 2.3 goes up to 2.5 and down
 * to 2 - so that a typed odd amount finds its way back, and it never leaves the bounds.
 */
export function stepWithin(value: number, direction: -1 | 1, { step, min, max }: Bounds): number {
  const next = direction === 1 ? Math.floor(value / step) * step + step : Math.ceil(value / step) * step - step;
  return Math.min(max, Math.max(min, next));
}
