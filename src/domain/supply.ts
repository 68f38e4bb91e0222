import * as v from 'valibot';
import { openOrClosed } from './catalogue.ts';
import { count, day, lines, minuteOfDay, name, nameOrEmpty, rowId, unit } from './scalars.ts';

/** What a kitchen makes for a meal window, how much, and when it is ready. */
export const batchFields = v.object({ lines, readyMinute: minuteOfDay });
export type BatchFields = v.InferOutput<typeof batchFields>;

/** Row id: `batchId`. `on` null is what it makes every day; one for a day holds instead. */
export const batchBody = v.object({ kitchen: rowId, window: rowId, on: v.nullable(day), ...batchFields.entries });
export type BatchBody = v.InferOutput<typeof batchBody>;

/** A car or a van. */
export const vehicleBody = v.object({
  name,
  /** What stands on its number plate; empty when nobody wrote it down. */
  registration: nameOrEmpty,
  /** How much goes in: 60 portions, 12 crates. */
  capacity: v.object({ count, unit }),
  /** True when what is hot stays above 60 °C in it: thermal boxes, an insulated body. */
  keepsHot: v.boolean(),
  /** Who drives it; null for whoever comes. */
  driver: v.nullable(rowId),
  status: openOrClosed,
});
export type VehicleBody = v.InferOutput<typeof vehicleBody>;
