import encodeQr from 'qr';
import { assert } from '#lib/assert.ts';
import { bytesToBase32 } from '#lib/base32.ts';
import type { Clock, Random } from '#lib/ports.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { BranchId } from '#domain/scalars.ts';
import { INVITE_SECRET_LENGTH } from '#protocol/enrolment.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from './auth/node-crypto.ts';
import type { Engine } from './engine.ts';

const SECRET_BYTES = 8;
/** A week: an operator may start the server today and hand over the laptop on Monday. */
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Makes an invite by the operator's hand and gives its secret, which is written down nowhere else.
 * @param into the branch in which whoever comes will be a member; the first one unless it is given
 */
export async function makeOperatorInvite(
  engine: Engine,
  ports: { readonly clock: Clock; readonly random: Random },
  role: EnrolledRole,
  into?: BranchId,
): Promise<string> {
  const branch = into ?? (await engine.founding()).branch;
  const secret = bytesToBase32(ports.random.bytes(SECRET_BYTES)).slice(0, INVITE_SECRET_LENGTH);
  const now = ports.clock.now();
  const args = { id: inviteIdOf(sha256, secret), role, label: '', expiresAt: now + LIFE_MS, member: null };
  const made = await engine.operate(branch, { name: 'inviteCreate', args }, now);
  assert(made.ok, 'a fresh invite cannot be refused');
  return secret;
}

/** The link that carries a secret in its fragment, which browsers send to nobody. */
export function inviteLink(origin: string, secret: string): string {
  return `${origin}/enrol#${secret}`;
}

/** The link as a QR for a dark or light terminal. */
export function terminalQr(link: string): string {
  return encodeQr(link, 'term');
}
