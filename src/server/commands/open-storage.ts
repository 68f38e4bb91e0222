import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#lib/result.ts';
import { type Config, databaseFile } from '../config.ts';
import { postgresStorage } from '../storage/postgres/postgres-storage.ts';
import type { Storage } from '../storage/port.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';

/** The database of a server that may be running; a sentence when there is none. */
export async function openStorage(settings: Config): Promise<Result<Storage, string>> {
  const { databaseUrl } = settings;
  if (databaseUrl !== null) return ok(await postgresStorage(databaseUrl));
  const file = databaseFile(settings);
  if (!existsSync(file)) return err(`There is no database at ${file}. Is DATA_DIR the one of the server?`);
  return ok(sqliteStorage(file));
}
