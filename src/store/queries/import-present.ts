import type { Present } from '#domain/import/plan.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What the branch has already of all that a file could bring again. */
export async function importPresent({ database }: PhoneStore): Promise<Present> {
  const { item, checkpoint, run, mealWindow, kitchen, member, requirement, dayRequirement } = database;
  const { availability, delivery } = database;
  const things = [item, checkpoint, run, mealWindow, kitchen, member, requirement, dayRequirement];
  const tables = [...things, availability, delivery];
  return database.transaction('r', tables, async () => {
    const [freeTimes, deliveries] = await Promise.all([availability.toArray(), delivery.toCollection().primaryKeys()]);
    const [items, checkpoints, runs, windows, kitchens, members, needs, needsOfDays] = await Promise.all([
      item.toArray(),
      checkpoint.toArray(),
      run.toArray(),
      mealWindow.toArray(),
      kitchen.toArray(),
      member.toArray(),
      requirement.toCollection().primaryKeys(),
      dayRequirement.toCollection().primaryKeys(),
    ]);
    return {
      items: items.map((row) => ({ kind: 'item', ...row })),
      checkpoints: checkpoints.map((row) => ({ kind: 'checkpoint', ...row })),
      runs: runs.map((row) => ({ kind: 'run', ...row })),
      windows: windows.map((row) => ({ kind: 'mealWindow', ...row })),
      kitchens: kitchens.map((row) => ({ kind: 'kitchen', ...row })),
      members: members.map((row) => ({ kind: 'member', ...row })),
      availabilities: freeTimes.map((row) => ({ kind: 'availability', ...row })),
      deliveryIds: new Set(deliveries),
      needIds: new Set([...needs, ...needsOfDays]),
    };
  });
}
