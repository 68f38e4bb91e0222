import type { Body } from '#domain/rows.ts';
import type { PhoneDatabase } from './database.ts';
import { keyTextToKey, loadBodies } from './known-rows.ts';

/** The key texts of the rows whose server's version is kept in the shadow. */
export async function shadowedKeys({ shadow }: PhoneDatabase): Promise<ReadonlySet<string>> {
  return new Set(await shadow.toCollection().primaryKeys());
}

/** The server's rows as far as they are here: from the shadow if they are kept there, else the ordinary ones. */
export async function loadServed(
  database: PhoneDatabase,
  shadowed: ReadonlySet<string>,
  texts: ReadonlySet<string>,
): Promise<Map<string, Body | null>> {
  const kept = [...texts].filter((text) => shadowed.has(text));
  const others = [...texts].filter((text) => !shadowed.has(text));
  const [shadows, bodies] = await Promise.all([
    kept.length === 0 ? [] : database.shadow.bulkGet(kept),
    loadBodies(database, others.map(keyTextToKey)),
  ]);
  const loaded = new Map<string, Body | null>(others.map((text) => [text, bodies.get(text) ?? null]));
  for (const [index, text] of kept.entries()) loaded.set(text, shadows[index]?.body ?? null);
  return loaded;
}
