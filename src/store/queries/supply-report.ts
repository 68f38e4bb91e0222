import type { Day } from '#domain/scalars.ts';
import { type SupplySum, supplySums } from '#domain/views/supply-sums.ts';
import type { StoredRow } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What became of everything that was given over a period, from the rows on this phone. */
export type PeriodSupply = {
  readonly sums: readonly SupplySum[];
  readonly pledges: readonly StoredRow<'pledge'>[];
};

/** A run's records are read as a whole, so that what its pledges gave is shared out as everywhere else. */
export async function periodSupply({ database }: PhoneStore, from: string, to: string): Promise<PeriodSupply> {
  const { pledge, load, run, delivery, correction, checkpoint } = database;
  return database.transaction('r', [pledge, load, run, delivery, correction, checkpoint], async () => {
    const [pledges, places, runs, ofDays] = await Promise.all([
      pledge.toArray(),
      checkpoint.toArray(),
      run.where('body.on').between(from, to, true, true).toArray(),
      delivery.where('body.on').between(from, to, true, true).toArray(),
    ]);
    const loads = (await load.bulkGet(runs.map(({ id }) => id))).filter((row) => row !== undefined);
    const ofLoads = await delivery
      .where('body.run')
      .anyOf(loads.map(({ id }) => id))
      .toArray();
    const deliveries = [...new Map([...ofDays, ...ofLoads].map((row) => [row.id, row])).values()];
    const corrections = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    const known = corrections.filter((row) => row !== undefined);
    const sums = supplySums({
      loads,
      runsById: new Map(runs.map(({ id, body }) => [id, body])),
      deliveries,
      correctionsById: new Map(known.map(({ id, body }) => [id, body])),
      checkpointsById: new Map(places.map(({ id, body }) => [id, body])),
    });
    return { sums: [...sums.values()].flat().filter(({ on }) => isWithin(on, from, to)), pledges };
  });
}

function isWithin(on: Day, from: string, to: string): boolean {
  return on >= from && on <= to;
}
