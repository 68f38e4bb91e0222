import type { Day, RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

/** How many runs each member has on a day, those that were cancelled aside. */
export async function runsByDriver({ database }: PhoneStore, day: string): Promise<ReadonlyMap<RowId, number>> {
  const runs = await database.run
    .where('body.on')
    .equals(day as Day)
    .toArray();
  const counts = new Map<RowId, number>();
  for (const { body } of runs) {
    if (body.driver === null || body.status === 'cancelled') continue;
    counts.set(body.driver, (counts.get(body.driver) ?? 0) + 1);
  }
  return counts;
}
