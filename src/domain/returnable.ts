import * as v from 'valibot';
import { openOrClosed } from './catalogue.ts';
import { deliveryBody } from './delivery.ts';
import { day, instant, lines, name, rowId } from './scalars.ts';

/** What carries the food and comes back: a thermos, a crate. */
export const returnableBody = v.object({ name, status: openOrClosed });
export type ReturnableBody = v.InferOutput<typeof returnableBody>;

/**
 * Where they went:
 *
 *   kitchen --out--> car --left--> checkpoint
 *      ^-----back-----'  ^--taken------'
 */
export const returnableStep = v.picklist(['out', 'left', 'taken', 'back']);
export type ReturnableStep = v.InferOutput<typeof returnableStep>;

/** That somebody counted them. A fact: it never changes, and a recount stands beside it. */
export const returnableCountBody = v.object({
  run: v.nullable(rowId),
  /** Where on the run; null at its beginning and its end. */
  stop: deliveryBody.entries.stop,
  checkpoint: v.nullable(rowId),
  on: day,
  step: returnableStep,
  /** How many of each; a line's item is a returnable. */
  lines,
  /** The earlier count that this one puts right; two people who counted by themselves both stand. */
  insteadOf: v.nullable(rowId),
  /** The phone's claim; the server's own time stands in its log. */
  recordedAt: instant,
  member: v.nullable(rowId),
});
export type ReturnableCountBody = v.InferOutput<typeof returnableCountBody>;
