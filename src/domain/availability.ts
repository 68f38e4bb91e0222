import * as v from 'valibot';
import { day, rowId } from './scalars.ts';

/** From Monday, 0, to Sunday, 6. */
export const weekday = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6));
/** More windows than any branch serves on a day. */
const MAX_WINDOWS = 24;
/** As many days as anybody plans ahead. */
export const MAX_DAYS = 31;

/**
 * When a volunteer is free, and where they would start: a kitchen or a checkpoint of the branch, which are public places and
 * nobody's home. Said by themselves, or for them; nothing else is known of anybody.
 */
export const availabilityFields = v.object({
  kitchen: v.nullable(rowId),
  checkpoint: v.nullable(rowId),
  weekly: v.pipe(
    v.array(v.object({ window: rowId, weekdays: v.pipe(v.array(weekday), v.maxLength(7)) })),
    v.maxLength(MAX_WINDOWS),
  ),
  /** Days that are not like every week; without windows on days when they are away. */
  days: v.pipe(
    v.array(v.object({ on: day, windows: v.pipe(v.array(rowId), v.maxLength(MAX_WINDOWS)) })),
    v.maxLength(MAX_DAYS),
  ),
});
export type AvailabilityFields = v.InferOutput<typeof availabilityFields>;

/** Row id: the member's. */
export const availabilityBody = v.object({ member: rowId, ...availabilityFields.entries });
export type AvailabilityBody = v.InferOutput<typeof availabilityBody>;
