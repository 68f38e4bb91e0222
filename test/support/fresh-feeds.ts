import type { Audience } from '#domain/audiences.ts';
import type { Row } from '#domain/rows.ts';
import { type Feeds, freshFeeds } from '#server/verify/fresh-feeds.ts';

export { type Feeds, freshFeeds };

/** All rows that somebody with these audiences holds. */
export function heldBy(feeds: Feeds, audiences: readonly Audience[]): ReadonlyMap<string, Row> {
  return new Map(audiences.flatMap((audience) => [...(feeds.get(audience) ?? [])]));
}
