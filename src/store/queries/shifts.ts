import type { RowId } from '#domain/scalars.ts';
import type { ShiftBody } from '#domain/shift.ts';
import { latestShift } from '#domain/views/handover.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Who took the shift over last; null when nobody has yet. */
export async function lastShift({
  database,
}: PhoneStore): Promise<{ readonly id: RowId; readonly body: ShiftBody } | null> {
  return latestShift(await database.shift.toArray()) ?? null;
}
