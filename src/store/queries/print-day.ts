import type { ItemBody, MealWindowBody } from '#domain/catalogue.ts';
import type { CheckpointBody, KitchenBody } from '#domain/places.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import type { CancellationBody } from '#domain/requirement.ts';
import type { BatchBody, VehicleBody } from '#domain/supply.ts';
import type { IdentifiedRun } from '#domain/views/runs-to-print.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Everything that the sheets of one day say. */
export type PrintDay = {
  readonly runs: readonly IdentifiedRun[];
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
  readonly kitchensById: ReadonlyMap<RowId, KitchenBody>;
  readonly placesById: ReadonlyMap<RowId, CheckpointBody>;
  readonly itemsById: ReadonlyMap<RowId, ItemBody>;
  /** Open ones, by name. */
  readonly vehicles: readonly { readonly id: RowId; readonly body: VehicleBody }[];
  readonly batchesById: ReadonlyMap<RowId, BatchBody>;
  readonly driversById: ReadonlyMap<RowId, string>;
  /** Where nothing is needed on this day. */
  readonly cancellations: readonly CancellationBody[];
};

export async function printDay({ database }: PhoneStore, day: string): Promise<PrintDay> {
  const { run, mealWindow, kitchen, checkpoint, item, member, vehicle, batch, cancellation } = database;
  const tables = [run, mealWindow, kitchen, checkpoint, item, member, vehicle, batch, cancellation];
  return database.transaction('r', tables, async () => {
    const [runs, windows, kitchens, places, items, members, vehicles, batches, cancellations] = await Promise.all([
      run
        .where('body.on')
        .equals(day as Day)
        .toArray(),
      mealWindow.toArray(),
      kitchen.toArray(),
      checkpoint.toArray(),
      item.toArray(),
      member.toArray(),
      vehicle.filter(({ body }) => body.status === 'open').toArray(),
      batch.toArray(),
      cancellation
        .where('body.on')
        .equals(day as Day)
        .toArray(),
    ]);
    return {
      runs,
      windowsById: byId(windows),
      kitchensById: byId(kitchens),
      placesById: byId(places),
      itemsById: byId(items),
      vehicles: vehicles.toSorted((a, b) => a.body.name.localeCompare(b.body.name) || a.id.localeCompare(b.id)),
      batchesById: byId(batches),
      cancellations: cancellations.map(({ body }) => body),
      driversById: new Map(members.map(({ id, body }) => [id, body.name])),
    };
  });
}

function byId<Body>(rows: readonly { readonly id: RowId; readonly body: Body }[]): ReadonlyMap<RowId, Body> {
  return new Map(rows.map(({ id, body }) => [id, body]));
}
