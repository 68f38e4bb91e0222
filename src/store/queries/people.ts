import type { ContactBody, DeviceBody, InviteBody, MemberBody } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import { lastHeardByMember } from '#domain/views/last-heard.ts';
import type { StoredRow } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';

export type KnownDevice = DeviceBody & { readonly id: RowId; readonly heardAt: number | null };
export type Person = MemberBody & {
  readonly id: RowId;
  readonly devices: readonly KnownDevice[];
  /** When any of their phones was last heard, epoch ms. */
  readonly heardAt: number | null;
};
export type KnownInvite = InviteBody & { readonly id: RowId };
export type People = {
  /** By name. */
  readonly members: readonly Person[];
  readonly membersById: ReadonlyMap<RowId, Person>;
  readonly invites: readonly KnownInvite[];
};

/** Who is in the branch, with what phones, and who is invited. */
export async function people({ database }: PhoneStore): Promise<People> {
  const { member, device, contact, invite } = database;
  return database.transaction('r', [member, device, contact, invite], async () => {
    const [members, devices, contacts, invites] = await Promise.all([
      member.toArray(),
      device.toArray(),
      contact.toArray(),
      invite.toArray(),
    ]);
    const known = members.map((row) => person(row, devices, contacts)).toSorted((a, b) => a.name.localeCompare(b.name));
    return {
      members: known,
      membersById: new Map(known.map((one) => [one.id, one])),
      invites: invites.map(({ id, body }) => ({ id, ...body })).toSorted((a, b) => b.expiresAt - a.expiresAt),
    };
  });
}

function person(
  { id, body }: StoredRow<'member'>,
  devices: readonly StoredRow<'device'>[],
  contacts: readonly { readonly id: RowId; readonly body: ContactBody }[],
): Person {
  const heardByDevice = new Map(contacts.map((row) => [row.id, row.body.heardAt]));
  const own = devices.filter((row) => row.body.member === id);
  return {
    ...body,
    id,
    devices: own.map((row) => ({ ...row.body, id: row.id, heardAt: heardByDevice.get(row.id) ?? null })),
    heardAt: lastHeardByMember(own, contacts).get(id) ?? null,
  };
}
