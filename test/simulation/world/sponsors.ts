import type { Args } from '#domain/mutators.ts';
import type { Body, Kind, Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { countedDelivery } from '#domain/views/counted-delivery.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { readSponsorPage, type SponsorPage } from '#protocol/sponsor-page.ts';
import { sha256 } from '#test/support/crypto.ts';
import { type Chance, seededChance } from '#test/support/seeded.ts';

import type { Ledger } from './ledger.ts';
import type { Answer, Server } from './server.ts';
import type { Story } from './story.ts';

/** Two who give, each with a page that is opened now and then. */
const SECRETS = ['7h9k2m4n6p8q0r1s3t5v7w9x1y', '0r1s3t5v7w9x1y7h9k2m4n6p8q'] as const;
const READS_ONE_IN = 3;
const OFFERS_ONE_IN = 3;

/** The sponsors of a world: they read, and now and then they offer. */
export type Sponsors = {
  /** Ids of their links, for whoever makes them. */
  readonly links: readonly RowId[];
  /** Somebody may open their page. What is on it is looked at, byte by byte and sum by sum. */
  readonly perhapsRead: () => Promise<void>;
  readonly readAll: () => Promise<void>;
};

/** @param seed chance of their own, so that who reads changes nobody else's story */
export function newSponsors(seed: number, server: Server, story: Story): Sponsors {
  const chance = seededChance(seed ^ 0x91f7);
  const read = async (secret: string): Promise<void> => {
    const page = await ask(server, '/api/sponsor', { secret });
    if (page === undefined) return;
    if (expectPage(page, secret, server.ledger(), story)) story.countPage();
    await perhapsOffer(page, secret, server, chance);
  };
  return {
    links: SECRETS.map((secret) => sponsorLinkIdOf(sha256, secret)),
    readAll: async () => {
      for (const secret of SECRETS) await read(secret);
    },
    perhapsRead: async () => {
      if (!chance.isOneIn(READS_ONE_IN)) return;
      await read(chance.oneOf(SECRETS) ?? SECRETS[0]);
    },
  };
}

/** What an organiser's plans say of sponsors on the first day. */
export function linkOf(id: RowId, sponsor: RowId): Args<'sponsorLinkCreate'> {
  return { id, sponsor, expiresAt: null };
}

/** Undefined while the server is down or its disk fails. */
async function ask(server: Server, path: string, body: object): Promise<Answer | undefined> {
  const answer = await server.request(path, { method: 'POST', body: JSON.stringify(body) });
  return answer === null || answer.status >= 500 ? undefined : answer;
}

async function perhapsOffer(answer: Answer, secret: string, server: Server, chance: Chance): Promise<void> {
  const need = pageOf(answer)?.needs[0];
  if (need === undefined || !chance.isOneIn(OFFERS_ONE_IN)) return;
  await ask(server, '/api/sponsor/pledge', { secret, need: need.id, count: need.count });
}

function pageOf({ body }: Answer): SponsorPage | undefined {
  return readSponsorPage(new TextDecoder().decode(body));
}

/** True when there was a page to look at. */
function expectPage(answer: Answer, secret: string, ledger: Ledger, story: Story): boolean {
  const sponsor = sponsorBehind(ledger, secret);
  const isOpen = answer.status === 200;
  if (isOpen !== (sponsor !== undefined)) {
    story.violate(4, `a sponsor’s link is answered with ${answer.status}`);
    return false;
  }
  if (sponsor === undefined) return false;
  const page = pageOf(answer);
  if (page === undefined) {
    story.violate(0, 'a sponsor’s page cannot be read');
    return false;
  }
  expectPublic(answer, sponsor, ledger, story);
  expectSums(page, sponsor, ledger, story);
  return true;
}

type SponsorRow = { readonly id: RowId; readonly body: Body<'sponsor'> };

/** Whose page it is, by the rows alone; nobody's when the link or its sponsor is closed. */
function sponsorBehind({ rows }: Ledger, secret: string): SponsorRow | undefined {
  const link = rows.get(`sponsorLink/${sponsorLinkIdOf(sha256, secret)}`);
  if (link?.kind !== 'sponsorLink' || link.body.status !== 'open') return undefined;
  const sponsor = rows.get(`sponsor/${link.body.sponsor}`);
  return sponsor?.kind === 'sponsor' && sponsor.body.status === 'open'
    ? { id: sponsor.id, body: sponsor.body }
    : undefined;
}

const PAGE_WORDS = /^(?:\d{4}-\d\d-\d\d|[0-9a-z]{16}|kk|ru|en|onTheWay|done|offered|confirmed|closed|)$/;

/**
 * Every text of the page is a name that sponsors may know - of an item, a meal, a district, the branch, themselves - and
 * nothing else; no number is a position; nothing of a row's id, a person or a place stands anywhere, headers too.
 */
function expectPublic(answer: Answer, sponsor: SponsorRow, ledger: Ledger, story: Story): void {
  const known = new Set([sponsor.body.name]);
  const secret: string[] = [];
  for (const row of ledger.rows.values()) {
    secret.push(row.id);
    for (const name of publicNames(row)) known.add(name);
  }
  const text = JSON.stringify(answer.headers) + new TextDecoder().decode(answer.body);
  // The branch's own id is short, and so may be a part of anything.
  for (const id of secret) if (id.length > 16 && text.includes(id)) story.violate(4, `a sponsor was told the id ${id}`);
  const leaves: unknown[] = [];
  JSON.parse(new TextDecoder().decode(answer.body), (_key, value: unknown) => {
    leaves.push(value);
    return value;
  });
  for (const leaf of leaves) {
    const isPrivate = typeof leaf === 'string' && !known.has(leaf) && !PAGE_WORDS.test(leaf);
    if (isPrivate) story.violate(4, `a sponsor was told ${JSON.stringify(leaf)}`);
    if (leaf === 53_283_333 || leaf === 69_383_333) story.violate(4, 'a sponsor was told a position');
  }
}

function publicNames(row: Row): readonly string[] {
  if (row.kind === 'item') return [row.body.name, row.body.unit];
  if (row.kind === 'mealWindow' || row.kind === 'branch') return [row.body.name];
  return row.kind === 'checkpoint' || row.kind === 'need' || row.kind === 'pledge' ? [row.body.district] : [];
}

/** What was loaded is delivered, left over or on the way; it is what the loads say, and no more than was handed over. */
function expectSums(page: SponsorPage, { id }: SponsorRow, { rows }: Ledger, story: Story): void {
  for (const sums of [page.week, page.all]) {
    for (const { loaded, delivered, leftOver, onTheWay } of sums.items) {
      if (loaded !== delivered + leftOver + onTheWay || Math.min(delivered, leftOver, onTheWay) < 0)
        story.violate(4, `a sponsor’s sums do not add up: ${loaded} of ${delivered}, ${leftOver}, ${onTheWay}`);
    }
  }
  const of = <K extends Kind>(kind: K) =>
    [...rows.values()].filter((row): row is Extract<Row, { kind: K }> => row.kind === kind);
  const own = new Set(of('pledge').flatMap((row) => (row.body.sponsor === id ? [row.id] : [])));
  const corrections = new Map(of('correction').map((row) => [row.id, row.body]));
  let assigned = 0;
  let handedOver = 0;
  for (const load of of('load')) {
    const run = rows.get(`run/${load.id}`);
    const lines = load.body.lines.filter(({ pledge }) => own.has(pledge));
    if (lines.length === 0 || run?.kind !== 'run' || run.body.status === 'cancelled') continue;
    assigned += lines.reduce((sum, { count }) => sum + count, 0);
    for (const { body } of of('delivery')) {
      const counted = countedDelivery(body, corrections);
      if (body.run === load.id && counted.type === 'stands')
        handedOver += counted.lines.reduce((sum, { count }) => sum + count, 0);
    }
  }
  const total = (field: 'loaded' | 'delivered') => page.all.items.reduce((sum, item) => sum + item[field], 0);
  if (total('loaded') > assigned) story.violate(4, 'a sponsor is told of more than runs were given');
  if (total('delivered') > handedOver) story.violate(4, 'a sponsor is told of more than was handed over');
}
