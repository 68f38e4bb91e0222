import type { Day } from '#domain/scalars.ts';
import type { CoverageDayRows } from '#domain/views/coverage/coverage-rows.ts';
import { coverageRowsOf, readDays } from '../live/kept-days.ts';
import type { PhoneStore } from '../phone-store.ts';

/**
 * What one day's coverage is made of, for whoever looks at it for a moment; screens that stay follow it with `liveDays`. A
 * delivery is of the day that it names, which for a stop is its run's.
 */
export async function coverageDay({ database }: PhoneStore, day: string): Promise<CoverageDayRows> {
  const on = day as Day;
  return coverageRowsOf(await readDays(database, { first: on, last: on }), on);
}
