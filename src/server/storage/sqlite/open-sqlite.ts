import { DatabaseSync } from 'node:sqlite';
import { assert } from '#lib/assert.ts';
import { migrations } from './schema.ts';
import { bringViewsUpToDate } from './views.ts';

/** Older versions lose pages of a WAL under rare crashes; Node 26 brings a newer one. */
const OLDEST_SQLITE = '3.51.3';
/** Another process (a backup) may hold the file for a moment. */
const BUSY_MS = 5_000;
const NEWER = 'this database was written by a newer version of the program: update this one first';

/** Pages of the file that the writer keeps: a day's pushes and what they look at stay in memory. */
const CACHE_KIB = 65_536;
/** Of a new file: a row with its body is a twentieth of such a page, and a push splits half as many of them. */
const PAGE_BYTES = 8_192;
/** Pages that the write-ahead log holds before they are moved into the file: a push rarely waits for that. */
const CHECKPOINT_PAGES = 4_000;

/** Opens a database file (or `:memory:`), durable at every commit, and brings its tables up to date. */
export function openSqlite(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.['version']);
  assert(isAtLeast(version, OLDEST_SQLITE), `SQLite ${version} is older than ${OLDEST_SQLITE}`);
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}; PRAGMA page_size = ${PAGE_BYTES}; PRAGMA journal_mode = WAL`);
  database.exec('PRAGMA synchronous = FULL');
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  migrate(database);
  return database;
}

/** A second look at a file that is open already: it sees what is committed, and nothing that may still be undone. */
export function openSqliteReader(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true });
  database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  return database;
}

/** In one transaction, begun before looking: of two processes that start together one migrates, and the other waits. */
function migrate(database: DatabaseSync): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
    assert(done <= migrations.length, NEWER);
    for (const script of migrations.slice(done)) database.exec(script);
    bringViewsUpToDate(database);
    database.exec(`PRAGMA user_version = ${migrations.length}; COMMIT`);
  } catch (cause) {
    database.close();
    throw cause;
  }
}

function isAtLeast(version: string, oldest: string): boolean {
  const [a, b] = [version, oldest].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const place = [0, 1, 2].find((index) => a[index] !== b[index]);
  return place === undefined || (a[place] ?? 0) > (b[place] ?? 0);
}
