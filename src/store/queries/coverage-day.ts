import type { Day } from '#domain/scalars.ts';
import type { CoverageDayRows } from '#domain/views/coverage/coverage-rows.ts';
import type { PhoneStore } from '../phone-store.ts';

/**
 * What one day's coverage is made of; asked again only when something of that day changes. A delivery is of the day that it
 * names, which for a stop is its run's: hundreds of runs need not be asked for theirs one by one.
 */
export async function coverageDay({ database }: PhoneStore, day: string): Promise<CoverageDayRows> {
  const { run, delivery, correction, dayRequirement, cancellation } = database;
  const on = day as Day;
  return database.transaction('r', [run, delivery, correction, dayRequirement, cancellation], async () => {
    const [runs, deliveries, dayRequirements, cancellations] = await Promise.all([
      run.where('body.on').equals(on).toArray(),
      delivery.where('body.on').equals(on).toArray(),
      dayRequirement.where('body.on').equals(on).toArray(),
      cancellation.where('body.on').equals(on).toArray(),
    ]);
    const corrections = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    const found = corrections.filter((row) => row !== undefined);
    return {
      on,
      runs,
      deliveries,
      correctionsById: new Map(found.map(({ id, body }) => [id, body])),
      dayRequirements: dayRequirements.map(({ body }) => body),
      cancellations: cancellations.map(({ body }) => body),
    };
  });
}
