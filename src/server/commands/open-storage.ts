import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#lib/result.ts';
import { type Config, databaseFile } from '../config.ts';
import { postgresStorage } from '../storage/postgres/postgres-storage.ts';
import type { Storage, Surveys } from '../storage/port.ts';
import { postgresSurveys } from '../storage/postgres/surveys.ts';
import { sqliteStorage } from '../storage/sqlite/sqlite-storage.ts';
import { sqliteSurveys } from '../storage/sqlite/surveys.ts';

/** The database of a server that may be running; a sentence when there is none. */
export async function openStorage(settings: Config): Promise<Result<Storage, string>> {
  const { databaseUrl } = settings;
  if (databaseUrl !== null) return ok(await postgresStorage(databaseUrl));
  const file = existingFile(settings);
  return file.ok ? ok(sqliteStorage(file.value)) : file;
}

/** The same database, for whoever only looks. */
export async function openSurveys(settings: Config): Promise<Result<Surveys, string>> {
  const { databaseUrl } = settings;
  if (databaseUrl !== null) return ok(await postgresSurveys(databaseUrl));
  const file = existingFile(settings);
  return file.ok ? ok(sqliteSurveys(file.value)) : file;
}

function existingFile(settings: Config): Result<string, string> {
  const file = databaseFile(settings);
  return existsSync(file) ? ok(file) : err(`There is no database at ${file}. Is DATA_DIR the one of the server?`);
}
