import type { Args } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { readSponsorPage, type SponsorPage } from '#protocol/sponsor-page.ts';
import { sha256 } from '#test/support/crypto.ts';
import { type Chance, seededChance } from '#test/support/seeded.ts';

import type { Ledger } from './ledger.ts';
import type { Answer, Server } from './server.ts';
import { privateIn, sponsorBehind, wrongSumsIn } from './sponsors-sight.ts';
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
  const rows = [...ledger.rows.values()];
  const sponsor = sponsorBehind(rows, secret);
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
  for (const what of [...privateIn(answer, sponsor.body.name, rows), ...wrongSumsIn(page, sponsor.id, rows)])
    story.violate(4, what);
  return true;
}
