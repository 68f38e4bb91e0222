import type { BranchStock } from '#domain/views/first-steps.ts';
import type { PhoneStore } from '../phone-store.ts';

/** How much the branch has of what a first run needs. */
export async function branchStock({ database }: PhoneStore): Promise<BranchStock> {
  const { item, mealWindow, kitchen, checkpoint, member, invite, run } = database;
  const tables = [item, mealWindow, kitchen, checkpoint, member, invite, run];
  return database.transaction('r', tables, async () => {
    const isOpen = ({ body }: { readonly body: { readonly status: string } }): boolean => body.status === 'open';
    const isDriver = ({ body }: { readonly body: { readonly role: string } }): boolean => body.role === 'driver';
    const [items, windows, kitchens, checkpoints, drivers, invited, runs] = await Promise.all([
      item.filter(isOpen).count(),
      mealWindow.filter(isOpen).count(),
      kitchen.filter(isOpen).count(),
      checkpoint.filter(isOpen).count(),
      member.filter(isDriver).count(),
      invite.filter((row) => isDriver(row) && isOpen(row)).count(),
      run.count(),
    ]);
    return { items, windows, kitchens, checkpoints, drivers: drivers + invited, runs };
  });
}
