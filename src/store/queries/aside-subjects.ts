import type { RowId } from '#domain/scalars.ts';
import { mutationOf } from '#domain/views/review-tray.ts';
import type { PhoneStore } from '../phone-store.ts';
import { subjectOf } from './unsent-subjects.ts';

/** What each entry that the server keeps aside is about, in names, by its row. */
export async function asideSubjects(store: PhoneStore): Promise<ReadonlyMap<RowId, string>> {
  const asides = await store.database.aside.toArray();
  const named = asides.map(
    async ({ id, body }) => [id, await subjectOf(store, { args: mutationOf(body)?.args ?? null })] as const,
  );
  return new Map(await Promise.all(named));
}
