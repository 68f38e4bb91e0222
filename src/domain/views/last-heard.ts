import type { ContactBody, DeviceBody } from '../people.ts';
import type { RowId } from '../scalars.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** When the server last heard any phone of each member, epoch ms; nobody is in it who was never heard. */
export function lastHeardByMember(
  devices: readonly Identified<DeviceBody>[],
  contacts: readonly Identified<ContactBody>[],
): ReadonlyMap<RowId, number> {
  const heardByDevice = new Map(contacts.map(({ id, body }) => [id, body.heardAt]));
  const heardByMember = new Map<RowId, number>();
  for (const { id, body } of devices) {
    const heardAt = heardByDevice.get(id);
    if (heardAt !== undefined) heardByMember.set(body.member, Math.max(heardAt, heardByMember.get(body.member) ?? 0));
  }
  return heardByMember;
}
