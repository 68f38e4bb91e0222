import type { InviteBody } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What became of an invitation, and the name of whoever came by it; empty while nobody is known. */
export type InviteStanding = { readonly status: InviteBody['status']; readonly joined: string };

/** One invitation; null when this device does not know it. */
export async function inviteStanding({ database }: PhoneStore, id: string): Promise<InviteStanding | null> {
  const { invite, device, member } = database;
  return database.transaction('r', [invite, device, member], async () => {
    const row = await invite.get(id as RowId);
    if (row === undefined) return null;
    const { status, usedBy } = row.body;
    const phone = usedBy === null ? undefined : await device.get(usedBy as string as RowId);
    const person = phone === undefined ? undefined : await member.get(phone.body.member);
    return { status, joined: person?.body.name ?? '' };
  });
}
