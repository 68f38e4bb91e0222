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
  const kept = [...texts].filter((text) => shadowed.has(text)).toSorted();
  const others = [...texts].filter((text) => !shadowed.has(text));
  const [shadows, bodies] = await Promise.all([
    loadShadows(database, kept),
    loadBodies(database, others.map(keyTextToKey)),
  ]);
  const loaded = new Map<string, Body | null>(others.map((text) => [text, bodies.get(text) ?? null]));
  for (const text of kept) loaded.set(text, shadows.get(text) ?? null);
  return loaded;
}

/** One request for all from the first to the last: what was touched lately lies together, and little lies between. */
async function loadShadows(
  { shadow }: PhoneDatabase,
  sorted: readonly string[],
): Promise<ReadonlyMap<string, Body | null>> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const found = await shadow.where('key').between(first, last, true, true).toArray();
  return new Map(found.map(({ key, body }) => [key, body]));
}
