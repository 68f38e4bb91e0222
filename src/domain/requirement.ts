import * as v from 'valibot';
import { day, MAX_LINES, note, rowId } from './scalars.ts';

/** How many mouths a place has in a window: a number of the place, and never a list of people. */
export const MAX_HEADCOUNT = 10_000;
export const headcount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_HEADCOUNT));

/** How much of an item each head gets, in thousandths of its unit: half a litre of tea is 500. */
const perHeadLine = v.object({
  item: rowId,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000), v.brand('Count')),
});
export const perHead = v.pipe(v.array(perHeadLine), v.maxLength(MAX_LINES));
export type PerHead = v.InferOutput<typeof perHead>;

/** Which gaps to close first where there is not enough for all. */
export const priority = v.picklist(['first', 'usual', 'last']);
export type Priority = v.InferOutput<typeof priority>;

/** What stands for a checkpoint in a meal window, week after week. */
export const requirementFields = v.object({
  /** From Monday to Sunday; 0 on days when nothing is needed. */
  headcounts: v.pipe(v.array(headcount), v.length(7)),
  perHead,
  priority,
  /** First and last day on which it is needed; null without an end. */
  from: v.nullable(day),
  until: v.nullable(day),
});
export type RequirementFields = v.InferOutput<typeof requirementFields>;

/** Row id: `requirementId`, so that there is one for each checkpoint and window. */
export const requirementBody = v.object({ checkpoint: rowId, window: rowId, ...requirementFields.entries });
export type RequirementBody = v.InferOutput<typeof requirementBody>;

/** What holds on one day instead of what stands. */
export const dayRequirementFields = v.object({ headcount, perHead, priority });
export type DayRequirementFields = v.InferOutput<typeof dayRequirementFields>;

/** Row id: `dayRequirementId`. */
export const dayRequirementBody = v.object({
  checkpoint: rowId,
  window: rowId,
  on: day,
  ...dayRequirementFields.entries,
});
export type DayRequirementBody = v.InferOutput<typeof dayRequirementBody>;

export const cancellationFields = v.object({ reason: note });

/**
 * Nothing is needed there on that day, and why. A row of its own without a headcount: drivers who were to go there learn of
 * it, and of nothing else that is needed. Row id: `dayRequirementId`.
 */
export const cancellationBody = v.object({ checkpoint: rowId, window: rowId, on: day, ...cancellationFields.entries });
export type CancellationBody = v.InferOutput<typeof cancellationBody>;
