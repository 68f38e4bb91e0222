import { exportedKinds, type ExportRows } from '#domain/export/export-rows.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Everything of the branch that can be taken out, as it is at one moment. */
export async function exportRows({ database }: PhoneStore): Promise<ExportRows> {
  const tables = exportedKinds.map((kind) => database[kind]);
  return database.transaction('r', tables, async () => {
    const entries = await Promise.all(exportedKinds.map(async (kind) => [kind, await database[kind].toArray()]));
    return Object.fromEntries(entries) as ExportRows;
  });
}
