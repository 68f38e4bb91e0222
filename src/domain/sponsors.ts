import * as v from 'valibot';
import { openOrClosed } from './catalogue.ts';
import { count, day, instant, MAX_LINES, name, nameOrEmpty, rowId } from './scalars.ts';

/** The languages in which a sponsor can be written to. */
export const sponsorLanguage = v.picklist(['kk', 'ru', 'en']);

/** Who gives food, fuel or money in kind: a bakery, a college, a water company. Never a person's contact. */
export const sponsorBody = v.object({ name, language: sponsorLanguage, status: openOrClosed });
export type SponsorBody = v.InferOutput<typeof sponsorBody>;

/** A sponsor's offer: so much of an item on each day from `from` to `until`; one day when they are equal. */
export const pledgeBody = v.object({
  sponsor: rowId,
  item: rowId,
  /** On each of its days. */
  count,
  from: day,
  /** The last day; null while it stands until somebody ends it. */
  until: v.nullable(day),
  /** For which meal; null for any. */
  window: v.nullable(rowId),
  /** For which district; empty for any. */
  district: nameOrEmpty,
  /** What the sponsor offers by the link waits for an organiser; what an organiser enters does not. */
  status: v.picklist(['offered', 'confirmed', 'closed']),
  /** The released need that it answers. */
  need: v.nullable(rowId),
});
export type PledgeBody = v.InferOutput<typeof pledgeBody>;

/** The one link of a sponsor. Row id: the first sixteen bytes of a hash of its secret; the secret is stored nowhere. */
export const sponsorLinkBody = v.object({
  sponsor: rowId,
  expiresAt: v.nullable(instant),
  status: v.picklist(['open', 'revoked']),
});
export type SponsorLinkBody = v.InferOutput<typeof sponsorLinkBody>;

/** How much of a pledge a run carries. The item is the pledge's, so that its sum needs no second look. */
export const loadLine = v.object({ pledge: rowId, item: rowId, count });
export type LoadLine = v.InferOutput<typeof loadLine>;

/** Whose food a run carries. Row id: the run's. */
export const loadBody = v.object({ lines: v.pipe(v.array(loadLine), v.maxLength(MAX_LINES)) });
export type LoadBody = v.InferOutput<typeof loadBody>;

/** A need that an organiser lets sponsors know of: an amount, a day, a meal, a district, and nothing nearer. */
export const needBody = v.object({
  item: rowId,
  count,
  on: day,
  window: v.nullable(rowId),
  district: nameOrEmpty,
  status: openOrClosed,
});
export type NeedBody = v.InferOutput<typeof needBody>;
