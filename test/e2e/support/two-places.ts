import type { RowId } from '#domain/scalars.ts';
import { writeCheckpoint, writeItem } from '#test/support/test-plan.ts';

import type { Branch } from './branch.ts';

/** The first of two places, the day's only meal, and tea. */
export interface TwoPlaces {
  readonly station: RowId;
  readonly window: RowId;
  readonly tea: RowId;
}

/** Two places, one meal, and what is usually brought; all of it is on the server. */
export async function writeTwoPlaces({ organiser }: Branch): Promise<TwoPlaces> {
  const station = writeCheckpoint(organiser, '1', 'Bus station');
  writeCheckpoint(organiser, '2', 'Clinic');
  const tea = writeItem(organiser, 'Tea');
  for (const name of ['Hot meal', 'Bread', 'Water', 'Soup']) writeItem(organiser, name);
  const fields = { name: 'Lunch', startMinute: 720, endMinute: 840 };
  const window = organiser.rowId(organiser.write({ name: 'mealWindowCreate', args: { fields } }));
  await organiser.settle();
  return { station, window, tea };
}
