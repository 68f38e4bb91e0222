import type { PhoneStore } from '../phone-store.ts';

/** Whether this phone has recorded a delivery that is still in its log. */
export async function hasDelivered({ database }: PhoneStore): Promise<boolean> {
  const first = await database.log
    .where('number')
    .above(1)
    .filter(({ name }) => name === 'deliveryRecord')
    .first();
  return first !== undefined;
}
