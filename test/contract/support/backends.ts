import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage, Surveys } from '#server/storage/port.ts';
import { postgresSurveys } from '#server/storage/postgres/surveys.ts';
import { sqliteSurveys } from '#server/storage/sqlite/surveys.ts';
import { postgresStorage } from '#server/storage/postgres/postgres-storage.ts';
import { sqliteStorage } from '#server/storage/sqlite/sqlite-storage.ts';
import { memoryStorage } from '#test/support/memory-storage.ts';
import { quickFolder } from '#test/support/quick-folder.ts';
import { startPostgres } from '#test/support/postgres.ts';

/** A place where a storage keeps things, for as long as a test file runs. */
export type Backend = {
  /** Opens what is kept: for PostgreSQL as another process would; the others have one owner, so it is the open one again. */
  readonly open: () => Promise<Storage>;
  /** Closes what is open, and opens it anew as after a restart; a memory forgets nothing, since it never ends. */
  readonly reopen: () => Promise<Storage>;
  /** Looks at all that is kept; a memory is looked at by nobody but its server. */
  readonly surveys?: () => Promise<Surveys>;
  readonly stop: () => Promise<void>;
};

/** Every storage, each with its name in the titles. */
export const BACKENDS: readonly (readonly [string, () => Promise<Backend>])[] = [
  ['memory', memoryBackend],
  ['SQLite', sqliteBackend],
  ['PostgreSQL', postgresBackend],
];

/** To start a PostgreSQL server on a busy machine. */
export const START_MS = 60_000;

async function memoryBackend(): Promise<Backend> {
  const storage = memoryStorage();
  return { open: async () => storage, reopen: async () => storage, stop: () => storage.close() };
}

export async function sqliteBackend(): Promise<Backend> {
  const folder = await quickFolder('dastarkhan-sqlite-');
  const open = () => sqliteStorage(join(folder, 'test.sqlite'));
  let storage = open();
  return {
    surveys: async () => sqliteSurveys(join(folder, 'test.sqlite')),
    open: async () => storage,
    reopen: async () => {
      await storage.close();
      storage = open();
      return storage;
    },
    stop: async () => {
      await storage.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function postgresBackend(): Promise<Backend> {
  const postgres = await startPostgres();
  let opened: Storage[] = [];
  const open = async () => {
    const storage = await postgresStorage(postgres.url);
    opened.push(storage);
    return storage;
  };
  const close = async () => {
    await Promise.all(opened.map((storage) => storage.close()));
    opened = [];
  };
  return {
    surveys: () => postgresSurveys(postgres.url),
    open,
    reopen: async () => {
      await close();
      return open();
    },
    stop: async () => {
      await close();
      await postgres.stop();
    },
  };
}
