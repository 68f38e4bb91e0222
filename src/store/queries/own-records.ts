import { originOfRow } from '#domain/context.ts';
import type { RowId } from '#domain/scalars.ts';
import { readMeta, readPosition } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import { type RecordStanding, recordStanding } from '../unsent-state.ts';

/** Where the mutations that made these rows are. A row that another device made is on the server, or it was not here. */
export async function ownRecords(
  { database }: PhoneStore,
  ids: readonly RowId[],
): Promise<ReadonlyMap<RowId, RecordStanding>> {
  return database.transaction('r', [database.meta, database.exceptions], async () => {
    const [identity, position] = await Promise.all([readMeta(database, 'identity'), readPosition(database)]);
    const numbers = ids.map((id) => {
      const origin = originOfRow(id);
      return origin !== undefined && origin.device === identity?.device ? origin.mutationNumber : 0;
    });
    const exceptions = await database.exceptions.bulkGet(numbers);
    return new Map(ids.map((id, index) => [id, recordStanding(numbers[index] ?? 0, position, exceptions[index])]));
  });
}
