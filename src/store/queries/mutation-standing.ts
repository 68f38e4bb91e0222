import { readPosition } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import { type RecordStanding, recordStanding } from '../unsent-state.ts';

/** Where one mutation of this phone is, by its number. */
export async function mutationStanding({ database }: PhoneStore, number: number): Promise<RecordStanding> {
  return database.transaction('r', [database.meta, database.exceptions], async () => {
    const [position, exception] = await Promise.all([readPosition(database), database.exceptions.get(number)]);
    return recordStanding(number, position, exception);
  });
}
