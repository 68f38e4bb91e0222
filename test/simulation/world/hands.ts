import { assert } from '#lib/assert.ts';
import type { Context } from '#domain/context.ts';
import type { Row } from '#domain/rows.ts';
import type { DeviceId } from '#domain/scalars.ts';
import type { DeviceRecord } from '#server/storage/port.ts';

import type { Commit, Ledger } from './ledger.ts';

/** The server's own hand, under a name that no key can have. */
const OPERATOR = '0'.repeat(16);

type Hand = Pick<Context, 'member' | 'role'>;

/**
 * In whose name an entry may have been applied: what its device's member was before the commit, or has become within it
 * (what had waited is applied as its author stands then), by the rows alone. Nobody, when the device was revoked before.
 */
export function handsOf(
  entry: { readonly device: DeviceId; readonly name: string; readonly number: number },
  rowsBeforeAndNow: readonly ReadonlyMap<string, Row>[],
  commit: Commit,
  ledger: Ledger,
): readonly Hand[] {
  if (entry.device === OPERATOR) return [{ member: null, role: 'operator' }];
  const author = commit.authors.get(entry.device);
  if (isLate(entry, rowsBeforeAndNow[0], author, ledger)) return [];
  const hands = rowsBeforeAndNow.flatMap((rows) => handIn(rows, entry.device) ?? []);
  const newcomer: Hand = { member: null, role: 'newcomer' };
  const first = entry.name === 'enrol' && entry.number === 1 ? [newcomer] : [];
  // A device that the rows do not know came by a credential, which this server once signed.
  const returned = hands.length === 0 && author !== undefined ? [{ member: author.member, role: author.standing }] : [];
  return [...first, ...hands, ...returned];
}

function handIn(rows: ReadonlyMap<string, Row>, device: DeviceId): Hand | undefined {
  const row = rows.get(`device/${device}`);
  if (row === undefined) return undefined;
  assert(row.kind === 'device', 'a device is a device');
  const member = rows.get(`member/${row.body.member}`);
  if (member?.kind !== 'member') return undefined;
  const role = member.body.status === 'waiting' ? 'waiting' : member.body.role;
  return { member: row.body.member, role };
}

/** The device was revoked, and nobody had this entry yet. */
function isLate(
  entry: { readonly device: DeviceId; readonly number: number },
  before: ReadonlyMap<string, Row> | undefined,
  author: DeviceRecord | undefined,
  { log }: Ledger,
): boolean {
  const row = before?.get(`device/${entry.device}`);
  const wasRevoked = row?.kind === 'device' && row.body.status === 'revoked';
  const after = author?.revokedAfter ?? Number.POSITIVE_INFINITY;
  return wasRevoked && entry.number > after && !log.has(`${entry.device} ${entry.number}`);
}
