import { bytesToBase32 } from '#lib/base32.ts';
import type { Random } from '#lib/ports.ts';
import type { RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { SPONSOR_SECRET_LENGTH } from '#protocol/sponsor-page.ts';
import { sha256 } from '#store/sha256.ts';

const SECRET_BYTES = 17;

/** What goes to the sponsor, and the name by which everybody else knows it. */
export type NewSponsorLink = { readonly secret: string; readonly id: RowId };

export function newSponsorLink(random: Random): NewSponsorLink {
  const secret = bytesToBase32(random.bytes(SECRET_BYTES)).slice(0, SPONSOR_SECRET_LENGTH);
  return { secret, id: sponsorLinkIdOf(sha256, secret) };
}

/** The address of the page; the fragment is sent to nobody. */
export function sponsorAddress(origin: string, secret: string): string {
  return `${origin}/sponsor#${secret}`;
}
