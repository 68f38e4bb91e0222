import type { Day, RowId } from '#domain/scalars.ts';
import type { ReturnableBody } from '#domain/returnable.ts';
import { type ReturnableWhere, whereReturnables } from '#domain/views/where-returnables.ts';
import type { PhoneStore } from '../phone-store.ts';

export type KnownReturnable = ReturnableBody & {
  readonly id: RowId;
  /** Null when none was counted that is not home. */
  readonly where: ReturnableWhere | null;
};

/**
 * All sorts of thermoses and crates by name, closed ones too, and where they are.
 * @param from counts before this day are forgotten: what was left that long ago will not be fetched any more
 */
export async function returnables({ database }: PhoneStore, from: string): Promise<readonly KnownReturnable[]> {
  const { returnable, returnableCount, run } = database;
  return database.transaction('r', [returnable, returnableCount, run], async () => {
    const [sorts, counts] = await Promise.all([
      returnable.toArray(),
      returnableCount
        .where('body.on')
        .aboveOrEqual(from as Day)
        .toArray(),
    ]);
    const ids = [...new Set(counts.flatMap(({ body }) => body.run ?? []))];
    const runs = (await run.bulkGet(ids)).filter((row) => row !== undefined);
    const where = whereReturnables(counts, new Map(runs.map(({ id, body }) => [id, body])));
    return sorts
      .map(({ id, body }) => ({ id, ...body, where: where.find((one) => one.returnable === id) ?? null }))
      .toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
  });
}
