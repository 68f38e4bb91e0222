import type { RowId } from '#domain/scalars.ts';
import type { StandingRows } from '#domain/views/coverage/coverage-rows.ts';
import type { StoredRow } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What the board needs to know on every day, and what places and people are called there. */
export type CoverageStanding = StandingRows & {
  /** Open ones, by their numbers. */
  readonly checkpoints: readonly StoredRow<'checkpoint'>[];
  /** Open ones, by when they begin. */
  readonly windows: readonly StoredRow<'mealWindow'>[];
  readonly items: readonly StoredRow<'item'>[];
  readonly memberNames: ReadonlyMap<RowId, string>;
};

/**
 * All of it but for when phones were heard, which changes with each delivery that arrives: thousands of rows are not read again
 * for that. Requirements of places and windows that are closed are passed over: nobody eats there any more.
 */
export async function coverageStanding({ database }: PhoneStore): Promise<Omit<CoverageStanding, 'heardByMember'>> {
  const { requirement, checkpoint, mealWindow, item, itemTraits, batch, vehicle, member } = database;
  const tables = [requirement, checkpoint, mealWindow, item, itemTraits, batch, vehicle, member];
  return database.transaction('r', tables, async () => {
    const [requirements, places, windows, items, traits] = await Promise.all([
      requirement.toArray(),
      checkpoint.toArray(),
      mealWindow.toArray(),
      item.toArray(),
      itemTraits.toArray(),
    ]);
    const [batches, vehicles, members] = await Promise.all([batch.toArray(), vehicle.toArray(), member.toArray()]);
    const checkpoints = places.filter(isOpen).toSorted(byCode);
    const openWindows = windows.filter(isOpen).toSorted((a, b) => a.body.startMinute - b.body.startMinute);
    const [placeIds, windowIds] = [checkpoints, openWindows].map((rows) => new Set(rows.map(({ id }) => id)));
    return {
      checkpoints,
      windows: openWindows,
      items: items.filter(isOpen).toSorted((a, b) => a.body.name.localeCompare(b.body.name)),
      memberNames: new Map(members.map(({ id, body }) => [id, body.name])),
      requirements: requirements
        .map(({ body }) => body)
        .filter((body) => placeIds?.has(body.checkpoint) === true && windowIds?.has(body.window) === true),
      windowsById: new Map(windows.map(({ id, body }) => [id, body])),
      traitsById: new Map(traits.map(({ id, body }) => [id, body])),
      batches: batches.map(({ body }) => body),
      vehicles: vehicles.map(({ body }) => body),
    };
  });
}

function isOpen({ body }: { readonly body: { readonly status: string } }): boolean {
  return body.status === 'open';
}

function byCode(a: StoredRow<'checkpoint'>, b: StoredRow<'checkpoint'>): number {
  return Number(a.body.code) - Number(b.body.code) || a.id.localeCompare(b.id);
}
