import type { AvailabilityBody } from '../../availability.ts';
import { weekdayOf } from '../../days.ts';
import type { Day, RowId } from '../../scalars.ts';

/** True when somebody said to be free in a window of a day. What is said of the day itself holds. */
export function isFree(availability: AvailabilityBody | undefined, on: Day, window: RowId): boolean {
  if (availability === undefined) return false;
  const day = availability.days.find((one) => one.on === on);
  if (day !== undefined) return day.windows.includes(window);
  const weekday = weekdayOf(on);
  return availability.weekly.some((one) => one.window === window && one.weekdays.includes(weekday));
}
