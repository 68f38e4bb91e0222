import type { MealWindowBody } from '../catalogue.ts';
import type { RowId } from '../scalars.ts';

const DAY_MINUTES = 1_440;

/** A window that is open at a moment, and whether it began on the day before: night tea at 01:00 is yesterday's. */
export type WindowAt = { readonly window: RowId; readonly began: 'today' | 'yesterday' };

/** The meal window in which a moment of the branch's day lies; null between windows. Of two, the one that began last. */
export function windowAt(
  windows: readonly { readonly id: RowId; readonly body: MealWindowBody }[],
  minuteOfDay: number,
): WindowAt | null {
  const began = windows
    .filter(({ body }) => body.status === 'open')
    .flatMap(({ id, body: { startMinute, endMinute } }) => [
      { window: id, began: 'today' as const, since: minuteOfDay - startMinute, lasts: endMinute - startMinute },
      {
        window: id,
        began: 'yesterday' as const,
        since: minuteOfDay + DAY_MINUTES - startMinute,
        lasts: endMinute - startMinute,
      },
    ])
    .filter(({ since, lasts }) => since >= 0 && since < lasts)
    .toSorted((a, b) => a.since - b.since)[0];
  return began === undefined ? null : { window: began.window, began: began.began };
}
