import type { MealWindowBody } from '#domain/catalogue.ts';
import type { KitchenBody } from '#domain/places.ts';
import type { RunBody } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** A run of this phone's member, as a list shows it. */
export type OwnRun = Pick<RunBody, 'label' | 'on' | 'status' | 'answer' | 'stops'> & {
  readonly id: RowId;
  readonly window: MealWindowBody | null;
  readonly kitchen: KitchenBody | null;
};

/** Before any day: all runs that are on this phone. */
export const EVER = '0000-01-01';

/** The runs that this phone's member drives, from a day on, in no particular order. */
export async function ownRuns({ database }: PhoneStore, from: string): Promise<readonly OwnRun[]> {
  const { run, mealWindow, kitchen, meta } = database;
  return database.transaction('r', [run, mealWindow, kitchen, meta], async () => {
    const identity = await readMeta(database, 'identity');
    const since = await run.where('body.on').aboveOrEqual(from).toArray();
    const own = since.filter(({ body }) => body.driver !== null && body.driver === identity?.member);
    return Promise.all(
      own.map(async ({ id, body }) => {
        const [windowRow, kitchenRow] = await Promise.all([
          body.window === null ? undefined : mealWindow.get(body.window),
          body.kitchen === null ? undefined : kitchen.get(body.kitchen),
        ]);
        const { label, on, status, answer, stops } = body;
        const window = windowRow?.body ?? null;
        return { id, label, on, status, answer, stops, window, kitchen: kitchenRow?.body ?? null };
      }),
    );
  });
}
