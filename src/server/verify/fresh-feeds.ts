import { type Audience, grantsOf, openedTo, projectionsOf } from '#domain/audiences.ts';
import type { FindBody } from '#domain/records-of-run.ts';
import { type Row, rowKeyText } from '#domain/rows.ts';
import type { BranchId } from '#domain/scalars.ts';

/** What audiences hold, by audience and key text. */
export type Feeds = ReadonlyMap<Audience, ReadonlyMap<string, Row>>;

/**
 * What every audience holds, computed from nothing but the rows as they stand: the measure for any server that keeps
 * feeds up to date step by step.
 */
export function freshFeeds(branch: BranchId, rows: Iterable<Row>): Feeds {
  const byKey = new Map([...rows].map((row) => [rowKeyText(row), row]));
  const feeds = new Map<Audience, Map<string, Row>>();
  const show = (audience: Audience, row: Row) => {
    const feed = feeds.get(audience) ?? new Map<string, Row>();
    feeds.set(audience, feed.set(rowKeyText(row), row));
  };
  const find: FindBody = (kind, id) => byKey.get(rowKeyText({ kind, id }))?.body;
  for (const row of byKey.values()) {
    for (const { audience, patch } of projectionsOf(branch, row, find)) {
      show(audience, { kind: patch.kind, id: patch.id, body: patch.body } as Row);
    }
    for (const grant of grantsOf(branch, row)) {
      const granted = byKey.get(rowKeyText(grant));
      if (granted !== undefined) show(grant.audience, openedTo(grant.audience, granted) as Row);
    }
  }
  return feeds;
}
