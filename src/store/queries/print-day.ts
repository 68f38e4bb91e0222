import type { ItemBody, MealWindowBody } from '#domain/catalogue.ts';
import type { CheckpointBody, KitchenBody } from '#domain/places.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import type { IdentifiedRun } from '#domain/views/runs-to-print.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Everything that the sheets of one day say. */
export type PrintDay = {
  readonly runs: readonly IdentifiedRun[];
  readonly windowsById: ReadonlyMap<RowId, MealWindowBody>;
  readonly kitchensById: ReadonlyMap<RowId, KitchenBody>;
  readonly placesById: ReadonlyMap<RowId, CheckpointBody>;
  readonly itemsById: ReadonlyMap<RowId, ItemBody>;
  readonly driversById: ReadonlyMap<RowId, string>;
};

export async function printDay({ database }: PhoneStore, day: string): Promise<PrintDay> {
  const { run, mealWindow, kitchen, checkpoint, item, member } = database;
  return database.transaction('r', [run, mealWindow, kitchen, checkpoint, item, member], async () => {
    const [runs, windows, kitchens, places, items, members] = await Promise.all([
      run
        .where('body.on')
        .equals(day as Day)
        .toArray(),
      mealWindow.toArray(),
      kitchen.toArray(),
      checkpoint.toArray(),
      item.toArray(),
      member.toArray(),
    ]);
    return {
      runs,
      windowsById: byId(windows),
      kitchensById: byId(kitchens),
      placesById: byId(places),
      itemsById: byId(items),
      driversById: new Map(members.map(({ id, body }) => [id, body.name])),
    };
  });
}

function byId<Body>(rows: readonly { readonly id: RowId; readonly body: Body }[]): ReadonlyMap<RowId, Body> {
  return new Map(rows.map(({ id, body }) => [id, body]));
}
