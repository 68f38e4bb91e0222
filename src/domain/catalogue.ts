import * as v from 'valibot';
import { minuteOfDay, name, unit } from './scalars.ts';

export const openOrClosed = v.picklist(['open', 'closed']);

/** What is brought: tea in litres, hot meals in portions. */
export const itemBody = v.object({ name, unit, status: openOrClosed });
export type ItemBody = v.InferOutput<typeof itemBody>;

/** When it is brought: breakfast 07:00-09:00. Ends after it starts; night tea may end on the next day (over 1440). */
export const mealWindowBody = v.object({
  name,
  startMinute: minuteOfDay,
  endMinute: minuteOfDay,
  status: openOrClosed,
});
export type MealWindowBody = v.InferOutput<typeof mealWindowBody>;
