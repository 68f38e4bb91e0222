import * as v from 'valibot';
import { rejectionCodes } from '#domain/rejection.ts';
import { anyBytes, cursor, hashBytes, numberOrNone } from './fields.ts';
import { signedSchema } from './signed.ts';

/** Why a mutation has neither been applied nor refused. */
export const deferral = v.picklist(['unknownMutation', 'waitsForEntry', 'faulty', 'revoked', 'fork']);
export type Deferral = v.InferOutput<typeof deferral>;

/** What became of the mutations `from` to `to` of this device. */
export const outcomeSchema = v.object({
  from: numberOrNone,
  to: numberOrNone,
  status: v.picklist(['applied', 'rejected', 'deferred', 'quarantined', 'erased']),
  /** Where in the branch's history they were applied: settled here once the cursor has come so far. */
  version: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  code: v.nullable(v.picklist([...rejectionCodes, ...deferral.options])),
});
export type Outcome = v.InferOutput<typeof outcomeSchema>;

/**
 * Stands in a page for a stretch of this device's own rows, in the order of the feed: SHA-256 over `rowText` of each.
 * They come from the mutations `from` to `to`; a row that one of them wrote and a later one wrote again stands once,
 * at its last place.
 */
export const ownRowsSchema = v.object({ from: numberOrNone, to: numberOrNone, count: numberOrNone, hash: hashBytes });
export type OwnRows = v.InferOutput<typeof ownRowsSchema>;

/** One step of a page, in the order of the feed: rows of others, or a stretch of this device's own. */
export const pageStepSchema = v.object({
  /** JSON in UTF-8: `[kind, id, body]` of each row; body null when it left this audience. Empty when `own` is set. */
  rows: anyBytes,
  own: v.nullable(ownRowsSchema),
});
export type PageStep = v.InferOutput<typeof pageStepSchema>;

/** What the acknowledgement vouches for (SPEC 8). */
export const answerBodySchema = v.object({
  outcomes: v.array(outcomeSchema),
  /** The cursor and scope from which the page starts: it applies only where exactly these are stored; null: to nothing. */
  startCursor: v.nullable(cursor),
  scope: v.string(),
  page: v.array(pageStepSchema),
  /** Where the device stands after the page. */
  cursor,
  /** True when the feeds hold more beyond the cursor. */
  hasMore: v.boolean(),
  /** A new credential, when the old one is past half its life or no longer true. */
  credential: v.nullable(signedSchema),
  /** The device is revoked: forget the rows and what is acknowledged; keep what is unsent. */
  isRevoked: v.boolean(),
  /** The oldest protocol version that may still push. */
  oldestPushVersion: numberOrNone,
});
export type AnswerBody = v.InferOutput<typeof answerBodySchema>;

/** The whole answer: a signed acknowledgement and the canonical bytes of the body that it names. */
export const syncAnswerSchema = v.object({ acknowledgement: signedSchema, body: anyBytes });
export type SyncAnswer = v.InferOutput<typeof syncAnswerSchema>;

/** A row as own-row hashes count it. Bodies are the JSON text in the order of the shape's fields. */
export function rowText(kind: string, id: string, bodyJson: string | null): string {
  return `${kind} ${id} ${bodyJson ?? '-'}\n`;
}
