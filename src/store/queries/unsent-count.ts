import { readPosition } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** How many mutations are not on the server yet, and how many need somebody. */
export type UnsentCount = { readonly unsent: number; readonly needsYou: number };

/** The numbers that are always on screen. What is being checked after a restored backup counts as unsent. */
export async function unsentCount({ database }: PhoneStore): Promise<UnsentCount> {
  return database.transaction('r', [database.log, database.meta, database.exceptions], async () => {
    const position = await readPosition(database);
    const [unsent, exceptions] = await Promise.all([
      database.log.where('number').above(position.acknowledgedThrough).count(),
      database.exceptions.toArray(),
    ]);
    const needsYou = exceptions.filter(
      ({ status, isSeen }) => !isSeen && (status === 'rejected' || status === 'quarantined'),
    ).length;
    return { unsent, needsYou };
  });
}
