import type { Day, RowId } from '#domain/scalars.ts';
import type { DayRows } from '#domain/views/day-overview.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Everything that one day of the branch is made of: its runs, what was delivered on them and beside them. */
export async function dayRows({ database }: PhoneStore, day: string): Promise<DayRows> {
  const { run, delivery, correction, mealWindow } = database;
  return database.transaction('r', [run, delivery, correction, mealWindow], async () => {
    const [runs, ofDay, windows] = await Promise.all([
      run
        .where('body.on')
        .equals(day as Day)
        .toArray(),
      delivery
        .where('body.on')
        .equals(day as Day)
        .toArray(),
      mealWindow.toArray(),
    ]);
    const runIds = new Set(runs.map(({ id }) => id));
    const ofRuns = await delivery
      .where('body.run')
      .anyOf([...runIds])
      .toArray();
    const known = new Set(ofRuns.map(({ id }) => id));
    const elsewhere = await runsOfOtherDays(
      database,
      ofDay.flatMap(({ body }) => body.run ?? []).filter((id) => !runIds.has(id)),
    );
    // A delivery of another day's run is that day's, also when it was recorded after midnight.
    const besides = ofDay.filter(({ id, body }) => !known.has(id) && !(body.run !== null && elsewhere.has(body.run)));
    const deliveries = [...ofRuns, ...besides];
    const corrections = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    const found = corrections.filter((row) => row !== undefined);
    return {
      runs,
      deliveries,
      correctionsById: new Map(found.map(({ id, body }) => [id, body])),
      windowsById: new Map(windows.map(({ id, body }) => [id, body])),
    };
  });
}

async function runsOfOtherDays(
  { run }: Pick<PhoneStore['database'], 'run'>,
  ids: readonly RowId[],
): Promise<ReadonlySet<RowId>> {
  const rows = await run.bulkGet([...new Set(ids)]);
  return new Set(rows.flatMap((row) => (row === undefined ? [] : [row.id])));
}
