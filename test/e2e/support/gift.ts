import { bytesToBase32 } from '#lib/base32.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { SPONSOR_SECRET_LENGTH } from '#protocol/sponsor-page.ts';
import { nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import { amount, writeItem } from '#test/support/test-plan.ts';

import type { Branch } from './branch.ts';

/** The bakery's link: its id, its secret, and the address that opens it. */
export type Gift = {
  readonly linkId: ReturnType<typeof sponsorLinkIdOf>;
  readonly secret: string;
  readonly address: string;
};

/**
 * A bakery promised 40 l of tea for the run's day, 20 of them are on the run, as much again is still needed, and it has a link.
 * All of it is on the server.
 */
export async function give({ organiser, wire }: Branch, run: RowId): Promise<Gift> {
  await organiser.settle();
  const plan = [...organiser.rows.values()].find(({ id }) => id === run)?.body as {
    readonly on: Day;
    readonly stops: readonly { readonly lines: readonly { readonly item: RowId }[] }[];
  };
  const item = plan.stops[0]?.lines[0]?.item ?? writeItem(organiser, 'Tea');
  const make = (mutation: Parameters<typeof organiser.write>[0]) => organiser.rowId(organiser.write(mutation));
  const sponsor = make({ name: 'sponsorCreate', args: { fields: { name: 'Ak Nan bakery', language: 'en' } } });
  const what = { ...amount(item, 40), window: null, district: '' };
  const days = { from: plan.on, until: plan.on };
  const pledge = make({ name: 'pledgeMake', args: { fields: { ...what, ...days, sponsor, need: null } } });
  const secret = bytesToBase32(nodeRandom.bytes(SPONSOR_SECRET_LENGTH)).slice(0, SPONSOR_SECRET_LENGTH);
  const linkId = sponsorLinkIdOf(sha256, secret);
  make({ name: 'runLoad', args: { run, lines: [{ pledge, count: amount(item, 20).count }] } });
  make({ name: 'needRelease', args: { fields: { ...what, on: plan.on } } });
  make({ name: 'sponsorLinkCreate', args: { id: linkId, sponsor, expiresAt: null } });
  await organiser.settle();
  return { linkId, secret, address: `${wire.address}/sponsor#${secret}` };
}
