import type { Present } from '#domain/import/plan.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What the branch has already of all that a file could bring again. */
export async function importPresent({ database }: PhoneStore): Promise<Present> {
  const { item, checkpoint, run } = database;
  return database.transaction('r', [item, checkpoint, run], async () => {
    const [items, checkpoints, importedRuns] = await Promise.all([
      item.toArray(),
      checkpoint.toArray(),
      run.filter(({ body }) => body.importedFrom !== null).toArray(),
    ]);
    return {
      items: items.map((row) => ({ kind: 'item', ...row })),
      checkpoints: checkpoints.map((row) => ({ kind: 'checkpoint', ...row })),
      importedRuns: importedRuns.map((row) => ({ kind: 'run', ...row })),
    };
  });
}
