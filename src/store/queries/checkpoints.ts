import type { CheckpointBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

export type KnownCheckpoint = CheckpointBody & { readonly id: RowId };

/** All checkpoints of the branch, closed ones too, by their codes. */
export async function checkpoints({ database }: PhoneStore): Promise<readonly KnownCheckpoint[]> {
  const rows = await database.checkpoint.toArray();
  return rows
    .map(({ id, body }) => ({ id, ...body }))
    .toSorted((a, b) => Number(a.code) - Number(b.code) || a.id.localeCompare(b.id));
}
