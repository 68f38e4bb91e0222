import type { RowId } from '#domain/scalars.ts';
import { lastHeardByMember } from '#domain/views/last-heard.ts';
import type { PhoneStore } from '../phone-store.ts';

/** When the server last heard any phone of each member, epoch ms. It is another answer with each delivery that arrives there. */
export async function lastHeard({ database }: PhoneStore): Promise<ReadonlyMap<RowId, number>> {
  const { device, contact } = database;
  return database.transaction('r', [device, contact], async () => {
    const [devices, contacts] = await Promise.all([device.toArray(), contact.toArray()]);
    return lastHeardByMember(devices, contacts);
  });
}
