import { Dexie, type Table } from 'dexie';
import { type Body, type Kind, kinds } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { CarriedFile, ExceptionRecord, HeldPicture, LogRecord, ShadowRecord } from './records.ts';

/** A row as it lies on the phone. The body stays apart from the id, so that it goes into hashes and mutators as it is. */
export type StoredRow<K extends Kind = Kind> = { readonly id: RowId; readonly body: Body<K> };
export type RowTables = { readonly [K in Kind]: Table<StoredRow<K>, RowId> };

type OtherTables = {
  /** Every mutation of this device, in order; SPEC 2.1. */
  readonly log: Table<LogRecord, number>;
  /** The server's version of each row that a pending mutation has read or written. */
  readonly shadow: Table<ShadowRecord, string>;
  /** What became of mutations that were not simply applied, by number. */
  readonly exceptions: Table<ExceptionRecord, number>;
  /** Key texts that the pages of a pull from the beginning have mentioned so far; SPEC 8.12. */
  readonly mentioned: Table<{ readonly key: string }, string>;
  /** Single small records; see meta.ts. */
  readonly meta: Table<unknown, string>;
  /** The two key pairs. A store of its own, without an index: some engines choke on keys inside indexed records. */
  readonly keys: Table<unknown, string>;
  /** What a person has typed and not sent, by screen. */
  readonly drafts: Table<unknown, string>;
  /** Files of unsent work of other phones, to be sent on. */
  readonly carried: Table<CarriedFile, string>;
  /** Pictures of goods that the server does not have yet, by their hashes. */
  readonly pictures: Table<HeldPicture, string>;
};
export type PhoneDatabase = Dexie & RowTables & OtherTables;

/** The database's name in the browser, for its windows and its worker. */
export const PHONE_DATABASE = 'dastarkhan';
/** Raised with every change of the tables; code that is older than the database refuses it. */
export const DATABASE_VERSION = 5;
/** Dexie keeps its versions in the browser times ten. */
export const BROWSER_VERSION = DATABASE_VERSION * 10;

const INDEXES: Readonly<Partial<Record<Kind, string>>> = {
  run: 'body.on',
  delivery: 'body.run, body.on, *body.flags',
  correction: 'body.delivery',
  returnableCount: 'body.run, body.on',
  dayRequirement: 'body.on',
  cancellation: 'body.on',
  request: 'body.checkpoint',
  photo: 'body.run, body.hash',
};

/**
 * The phone's database, not yet open. Every write is strict: "on this phone" must survive a pulled battery. Dexie's
 * cache stays off, since it may show a write before it is committed.
 */
export function phoneDatabase(name: string): PhoneDatabase {
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    autoOpen: false,
    // Named here, or Dexie takes what was there when it was loaded.
    indexedDB,
    IDBKeyRange,
  });
  const rowStores = Object.fromEntries(kinds.map((kind) => [kind, ['id', INDEXES[kind]].filter(Boolean).join(', ')]));
  database.version(DATABASE_VERSION).stores({
    ...rowStores,
    log: 'number, &tap',
    shadow: 'key',
    exceptions: 'number',
    mentioned: 'key',
    meta: '',
    keys: '',
    drafts: '',
    carried: 'id',
    pictures: 'hash',
  });
  return database as PhoneDatabase;
}

/** The table of a kind that is not known to the compiler. */
export function rowTable(database: PhoneDatabase, kind: Kind): Table<StoredRow, RowId> {
  return database[kind] as unknown as Table<StoredRow, RowId>;
}

/** All row tables, for transactions that may touch any. */
export function rowTables(database: PhoneDatabase): readonly Table<StoredRow, RowId>[] {
  return kinds.map((kind) => rowTable(database, kind));
}
