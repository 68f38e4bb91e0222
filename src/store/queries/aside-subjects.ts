import type { NameLanguage } from '#domain/other-names.ts';
import type { RowId } from '#domain/scalars.ts';
import { mutationOf } from '#domain/views/review-tray.ts';
import type { PhoneStore } from '../phone-store.ts';
import { subjectOf } from './unsent-subjects.ts';

/** What each entry that the server keeps aside is about, in names, by its row. */
export async function asideSubjects(
  { database }: PhoneStore,
  language: NameLanguage,
): Promise<ReadonlyMap<RowId, string>> {
  const asides = await database.aside.toArray();
  const named = asides.map(
    async ({ id, body }) =>
      [id, await subjectOf({ database, language }, { args: mutationOf(body)?.args ?? null })] as const,
  );
  return new Map(await Promise.all(named));
}
