import { assert } from '#lib/assert.ts';
import { type Kind, kinds, type Row } from '#domain/rows.ts';
import type { PhoneDatabase } from '#store/database.ts';
import type { MetaRecords } from '#store/meta.ts';
import type { Table } from 'dexie';

type Tables = {
  readonly [N in Kind | 'log' | 'shadow' | 'exceptions']: PhoneDatabase[N] extends Table<infer V, infer K>
    ? { readonly key: K; readonly value: V }
    : never;
};

/** What lies on a phone's disk. It is read past the browser: no fault meets it, and no window notices. */
export type Disk = {
  readonly keys: <N extends keyof Tables>(table: N) => readonly Tables[N]['key'][];
  readonly values: <N extends keyof Tables>(table: N) => readonly Tables[N]['value'][];
  readonly value: <N extends keyof Tables>(table: N, key: Tables[N]['key']) => Tables[N]['value'] | undefined;
  readonly meta: <K extends keyof MetaRecords>(key: K) => MetaRecords[K] | undefined;
};

type DiskRecord = { readonly key: unknown; readonly value: unknown };
type Records = { readonly get: (key: unknown) => DiskRecord | undefined; readonly values: () => Iterable<DiskRecord> };
/** The inner side of fake-indexeddb: what its databases hold, and what is under way in them. */
type InnerDatabase = {
  readonly transactions: readonly { readonly mode: IDBTransactionMode; readonly _state: string }[];
  readonly rawObjectStores: ReadonlyMap<string, { readonly records: Records }>;
};
type InnerFactory = { readonly _databases: ReadonlyMap<string, InnerDatabase> };

/** False of a memory that was never opened, or that was deleted. */
export function hasDisk({ database }: { readonly database: string }): boolean {
  return (globalThis.indexedDB as unknown as InnerFactory)._databases.has(database);
}

/** Looks at a phone's disk when all that is being written is committed or taken back. It shows what lies there until somebody waits. */
export async function readDisk({ database }: { readonly database: string }): Promise<Disk> {
  const inner = (globalThis.indexedDB as unknown as InnerFactory)._databases.get(database);
  assert(inner !== undefined, 'a phone has a disk');
  while (isBeingWritten(inner)) await new Promise((resolve) => setImmediate(resolve));
  const recordsOf = (table: string): Records => {
    const store = inner.rawObjectStores.get(table);
    assert(store !== undefined, 'a phone has all tables');
    return store.records;
  };
  return {
    keys: (table) => Array.from(recordsOf(table).values(), ({ key }) => key as Tables[typeof table]['key']),
    values: (table) => Array.from(recordsOf(table).values(), ({ value }) => value as Tables[typeof table]['value']),
    value: (table, key) => recordsOf(table).get(key)?.value,
    meta: (key) => recordsOf('meta').get(key)?.value as MetaRecords[typeof key] | undefined,
  };
}

/** All rows that a phone shows, in an order that a seed replays. */
export async function inSight(phone: { readonly database: string }): Promise<readonly Row[]> {
  const disk = await readDisk(phone);
  return kinds.flatMap((kind) => disk.values(kind).map(({ id, body }) => ({ kind, id, body }) as Row));
}

function isBeingWritten({ transactions }: InnerDatabase): boolean {
  return transactions.some(({ mode, _state }) => mode !== 'readonly' && _state !== 'finished');
}
