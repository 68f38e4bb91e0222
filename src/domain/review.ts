import * as v from 'valibot';
import { flag } from './delivery.ts';
import { deviceId, instant, rowId } from './scalars.ts';

/**
 * Why the server holds an entry that has no effect: `revoked` and `fork` are kept apart for good, the others wait (SPEC 8.3)
 * and leave this list by themselves when what they wait for has come.
 */
export const asideReason = v.picklist(['revoked', 'fork', 'unknownMutation', 'waitsForEntry', 'faulty']);
export type AsideReason = v.InferOutput<typeof asideReason>;

/** Arguments longer than this, as text, are not sent along: no record of a volunteer comes near, and a page is read by phones. */
export const MAX_ASIDE_ARGS = 8_000;

/**
 * An entry that has no effect, written by the server for organisers: nothing that a phone brought is out of sight. Row id:
 * see claims.ts.
 */
export const asideBody = v.object({
  /** Whose log, and which entry of it. */
  device: v.nullable(deviceId),
  member: v.nullable(rowId),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  name: v.pipe(v.string(), v.maxLength(40)),
  /** Its arguments as JSON; null where this version of the program cannot read them. */
  args: v.nullable(v.pipe(v.string(), v.maxLength(MAX_ASIDE_ARGS))),
  reason: asideReason,
  /** The phone's claim, and the server's own time. */
  claimedAt: instant,
  receivedAt: instant,
});
export type AsideBody = v.InferOutput<typeof asideBody>;

/**
 * What is odd about a delivery beside other deliveries: its stop has another one; what was told or written down of it is other
 * than the driver's own record, or was told of another stop at the same place; or it stands once on a run and once beside the
 * runs, one of them as it was heard.
 */
export const comparison = v.picklist(['twice', 'toldOtherwise', 'toldOtherStop', 'perhapsSame']);
export type Comparison = v.InferOutput<typeof comparison>;

/** What is odd about a delivery: a flag of its own, or beside others. */
export const oddity = v.picklist([...flag.options, ...comparison.options]);
export type Oddity = v.InferOutput<typeof oddity>;

export function isComparison(odd: Oddity): odd is Comparison {
  return v.is(comparison, odd);
}

/** `open`: somebody took a decision back. */
export const reviewDecision = v.picklist(['open', 'kept', 'takenIn', 'setAside']);
export type ReviewDecision = v.InferOutput<typeof reviewDecision>;

/** What an organiser decided about a delivery or about what was kept aside. Row id: of what it is about. */
export const reviewBody = v.object({
  decision: reviewDecision,
  /** What was odd when they looked: what comes later is looked at again. */
  seen: v.array(oddity),
  member: v.nullable(rowId),
  decidedAt: instant,
});
export type ReviewBody = v.InferOutput<typeof reviewBody>;
