import type { Day } from '#domain/scalars.ts';
import type { CoverageDayRows } from '#domain/views/coverage/coverage-rows.ts';
import type { PhoneStore } from '../phone-store.ts';
import { dayRows } from './day-rows.ts';

/** What one day's coverage is made of; asked again only when something of that day changes. */
export async function coverageDay(store: PhoneStore, day: string): Promise<CoverageDayRows> {
  const { dayRequirement, cancellation } = store.database;
  const on = day as Day;
  const [rows, dayRequirements, cancellations] = await Promise.all([
    dayRows(store, day),
    dayRequirement.where('body.on').equals(on).toArray(),
    cancellation.where('body.on').equals(on).toArray(),
  ]);
  return {
    on,
    runs: rows.runs,
    deliveries: rows.deliveries,
    correctionsById: rows.correctionsById,
    dayRequirements: dayRequirements.map(({ body }) => body),
    cancellations: cancellations.map(({ body }) => body),
  };
}
