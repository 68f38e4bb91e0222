import type { MemberBody } from '#domain/people.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Whom this phone belongs to; null until the row has come. */
export async function ownMember({ database }: PhoneStore): Promise<MemberBody | null> {
  return database.transaction('r', [database.member, database.meta], async () => {
    const identity = await readMeta(database, 'identity');
    const row = identity === undefined ? undefined : await database.member.get(identity.member);
    return row?.body ?? null;
  });
}
