import type { Row } from '#domain/rows.ts';

import type { Ever } from './ledger.ts';

/** What retention takes out of rows that stay. */
const PERSONAL: ReadonlySet<string> = new Set(['member', 'device', 'deliveryMember']);

/**
 * What the server changes without anybody's entry: when a device was last heard, what it keeps aside, its first branch,
 * invites that a restore makes void, phones that an earlier life revoked, members who were confirmed in one, what is due to be
 * forgotten (a photo goes wholly), and the flag of a wrong clock.
 */
export function isServersOwnChange(before: Row | undefined, after: Row | undefined, ever: Ever): boolean {
  const kind = before?.kind ?? after?.kind;
  if (kind === 'contact' || kind === 'aside') return true;
  if (after === undefined) return kind === 'photo';
  if (before === undefined) return kind === 'branch';
  const now = after.body as Readonly<Record<string, unknown>>;
  return Object.entries(before.body as Readonly<Record<string, unknown>>).every(([field, value]) =>
    isOwnOrNone(before, field, value, now[field], ever),
  );
}

function isOwnOrNone({ kind, id }: Row, field: string, before: unknown, after: unknown, ever: Ever): boolean {
  if (JSON.stringify(before) === JSON.stringify(after)) return true;
  if (PERSONAL.has(field)) return after === null;
  if (kind === 'run' && field === 'hasLeftPhone') return after === true;
  if (kind === 'invite' && field === 'status') return before === 'open' && after === 'revoked';
  if (kind === 'device' && field === 'status') return after === 'revoked';
  if (kind === 'member' && field === 'status') return after === 'active' && ever.confirmed.has(id);
  if (kind === 'delivery' && field === 'flags')
    return JSON.stringify(withoutClock(after)) === JSON.stringify(withoutClock(before));
  return false;
}

function withoutClock(flags: unknown): unknown {
  return Array.isArray(flags) ? flags.filter((flag) => flag !== 'clockWrong') : flags;
}
