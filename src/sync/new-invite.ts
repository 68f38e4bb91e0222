import { bytesToBase32 } from '#lib/base32.ts';
import type { Random } from '#lib/ports.ts';
import type { RowId } from '#domain/scalars.ts';
import { INVITE_SECRET_LENGTH } from '#protocol/enrolment.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '#store/sha256.ts';

const SECRET_BYTES = 8;

/** What an organiser shows to a newcomer, and the name by which everybody else knows it. */
export type NewInvite = {
  /** Twelve characters of base32. It is shown once and written down nowhere. */
  readonly secret: string;
  /** Its hash: all that leaves this phone. */
  readonly id: RowId;
};

export function newInvite(random: Random): NewInvite {
  const secret = bytesToBase32(random.bytes(SECRET_BYTES)).slice(0, INVITE_SECRET_LENGTH);
  return { secret, id: inviteIdOf(sha256, secret) };
}

/** The link that carries a secret in its fragment, which browsers send to nobody. */
export function inviteLink(origin: string, secret: string): string {
  return `${origin}/enrol#${secret}`;
}

/** In groups of four, to be read aloud: "7K2M-0QXA-9TBC". */
export function inviteCode(secret: string): string {
  return (secret.toUpperCase().match(/.{1,4}/g) ?? []).join('-');
}
