import type { Kind, Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { countedDelivery } from '#domain/views/counted-delivery.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import type { SponsorPage } from '#protocol/sponsor-page.ts';
import { sha256 } from '#test/support/crypto.ts';

import type { Answer } from './server.ts';

const PAGE_WORDS = /^(?:\d{4}-\d\d-\d\d|[0-9a-z]{16}|[0-9a-z]{52}|kk|ru|en|onTheWay|done|offered|confirmed|closed|)$/;
/** Where every place of a simulated world lies, in millionths of a degree. */
const POSITIONS: readonly unknown[] = [53_283_333, 69_383_333];

/**
 * What an answer tells a sponsor and must not: every text of it is a name that sponsors may know - of an item, a meal, a
 * district, the branch, themselves - and nothing else; no number is a position; nothing of a row's id, a person or a
 * place stands anywhere, headers too.
 * @param sponsor the name of whoever asked
 * @param rows all that the server holds
 */
export function privateIn({ headers, body }: Answer, sponsor: string, rows: readonly Row[]): readonly string[] {
  const known = new Set([sponsor, ...rows.flatMap(publicNames)]);
  const told = new TextDecoder().decode(body);
  const text = JSON.stringify(headers) + told;
  // The branch's own id is short, and so may be a part of anything.
  const ids = rows.filter(({ id }) => id.length > 16 && text.includes(id)).map(({ id }) => `the id ${id}`);
  const leaves: string[] = [];
  JSON.parse(told, (_key, leaf: unknown) => {
    const isPrivate = typeof leaf === 'string' && !known.has(leaf) && !PAGE_WORDS.test(leaf);
    if (isPrivate) leaves.push(JSON.stringify(leaf));
    if (POSITIONS.includes(leaf)) leaves.push('a position');
    return leaf;
  });
  return [...ids, ...leaves].map((what) => `a sponsor was told ${what}`);
}

/** Whose page it is, by the rows alone; nobody's when the link or its sponsor is closed. */
export function sponsorBehind(rows: readonly Row[], secret: string): Extract<Row, { kind: 'sponsor' }> | undefined {
  const id = sponsorLinkIdOf(sha256, secret);
  const link = rows.find((row) => row.kind === 'sponsorLink' && row.id === id);
  if (link?.kind !== 'sponsorLink' || link.body.status !== 'open') return undefined;
  return rows
    .filter((row) => row.kind === 'sponsor')
    .find((row) => row.id === link.body.sponsor && row.body.status === 'open');
}

function publicNames(row: Row): readonly string[] {
  if (row.kind === 'item') return [row.body.name, row.body.unit];
  if (row.kind === 'mealWindow' || row.kind === 'branch') return [row.body.name];
  return row.kind === 'checkpoint' || row.kind === 'need' || row.kind === 'pledge' ? [row.body.district] : [];
}

/** What was loaded is delivered, left over or on the way; it is what the loads say, and no more than was handed over. */
export function wrongSumsIn(page: SponsorPage, sponsor: RowId, rows: readonly Row[]): readonly string[] {
  const wrong = [page.week, page.all]
    .flatMap(({ items }) => items)
    .filter(
      ({ loaded, delivered, leftOver, onTheWay }) =>
        loaded !== delivered + leftOver + onTheWay || Math.min(delivered, leftOver, onTheWay) < 0,
    )
    .map((sums) => `a sponsor’s sums do not add up: ${JSON.stringify(sums)}`);
  const of = <K extends Kind>(kind: K) => rows.filter((row): row is Extract<Row, { kind: K }> => row.kind === kind);
  const own = new Set(of('pledge').flatMap((row) => (row.body.sponsor === sponsor ? [row.id] : [])));
  const corrections = new Map(of('correction').map((row) => [row.id, row.body]));
  const runs = new Map(of('run').map((row) => [row.id, row.body]));
  const deliveries = of('delivery');
  let assigned = 0;
  let handedOver = 0;
  for (const load of of('load')) {
    const lines = load.body.lines.filter(({ pledge }) => own.has(pledge));
    const run = runs.get(load.id);
    if (lines.length === 0 || run === undefined || run.status === 'cancelled') continue;
    assigned += lines.reduce((sum, { count }) => sum + count, 0);
    for (const { body } of deliveries) {
      const counted = countedDelivery(body, corrections);
      if (body.run === load.id && counted.type === 'stands')
        handedOver += counted.lines.reduce((sum, { count }) => sum + count, 0);
    }
  }
  const total = (field: 'loaded' | 'delivered') => page.all.items.reduce((sum, item) => sum + item[field], 0);
  if (total('loaded') > assigned) wrong.push('a sponsor is told of more than runs were given');
  if (total('delivered') > handedOver) wrong.push('a sponsor is told of more than was handed over');
  return wrong;
}
