import type { MealWindowBody } from '#domain/catalogue.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';

/** All meal windows, closed ones too, by when they begin. */
export async function mealWindows({
  database,
}: PhoneStore): Promise<readonly { readonly id: RowId; readonly body: MealWindowBody }[]> {
  const rows = await database.mealWindow.toArray();
  return rows.toSorted((a, b) => a.body.startMinute - b.body.startMinute || a.id.localeCompare(b.id));
}
