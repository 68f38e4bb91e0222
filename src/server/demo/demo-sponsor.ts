import { bytesToBase32 } from '#lib/base32.ts';
import type { Random } from '#lib/ports.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { SPONSOR_SECRET_LENGTH } from '#protocol/sponsor-page.ts';
import { sha256 } from '../auth/node-crypto.ts';
import type { DemoPhone } from './demo-phone.ts';
import { SPONSOR } from './demo-words.ts';

const SECRET_BYTES = 17;
const A_DAY = 200_000 as Count;

/** A bakery that gives every day, the runs that carry its bread, something more that is needed, and the bakery's link. */
export function writeSponsor(
  organiser: DemoPhone,
  {
    now,
    from,
    on,
    bakery,
    carriedBy,
  }: {
    readonly now: number;
    readonly from: Day;
    readonly on: Day;
    readonly bakery: RowId;
    /** The runs, each with how much of it. */
    readonly carriedBy: readonly { readonly run: RowId; readonly count: Count }[];
  },
  random: Random,
): string {
  const sponsor = organiser.write({ name: 'sponsorCreate', args: { fields: SPONSOR } }, now);
  const what = { item: bakery, window: null, district: '' };
  const fields = { ...what, sponsor, count: A_DAY, from, until: null, need: null };
  const pledge = organiser.write({ name: 'pledgeMake', args: { fields } }, now);
  for (const { run, count } of carriedBy) {
    organiser.write({ name: 'runLoad', args: { run, lines: [{ pledge, count }] } }, now);
  }
  organiser.write({ name: 'needRelease', args: { fields: { ...what, count: 60_000 as Count, on } } }, now);
  const secret = bytesToBase32(random.bytes(SECRET_BYTES)).slice(0, SPONSOR_SECRET_LENGTH);
  const args = { id: sponsorLinkIdOf(sha256, secret), sponsor, expiresAt: null };
  organiser.write({ name: 'sponsorLinkCreate', args }, now);
  return secret;
}
