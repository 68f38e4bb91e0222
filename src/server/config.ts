import { join } from 'node:path';
import { err, ok, type Result } from '#lib/result.ts';

const DEFAULT_PORT = 8787;
/** The one file of a lost folder that whoever restores a backup takes along. */
export const REVOKED_FILE = 'revoked.txt';

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  /** The one permanent HTTPS origin of every link; null while only this computer is served. */
  readonly publicUrl: string | null;
  /** PostgreSQL instead of the file; null for SQLite. */
  readonly databaseUrl: string | null;
};

/** Reads the environment; every mistake is a sentence of its own, and none is passed over. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Config, readonly string[]> {
  const mistakes: string[] = [];
  const port = Number(environment['PORT'] ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    mistakes.push('PORT must be a whole number from 0 to 65535.');
  const publicUrl = originOf(environment['PUBLIC_URL']);
  if (publicUrl === undefined) {
    mistakes.push(
      'PUBLIC_URL must be an https address without a path, such as https://food.example.org - phones keep everything under it for ever.',
    );
  }
  const databaseUrl = environment['DATABASE_URL'] ?? '';
  if (databaseUrl !== '' && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    mistakes.push('DATABASE_URL must begin with postgres:// - leave it out to use the SQLite file in DATA_DIR.');
  }
  if (mistakes.length > 0) return err(mistakes);
  return ok({
    port,
    host: environment['HOST'] ?? 'localhost',
    folder: environment['DATA_DIR'] ?? 'data',
    publicUrl: publicUrl ?? null,
    databaseUrl: databaseUrl === '' ? null : databaseUrl,
  });
}

/** Where the SQLite file lies. */
export function databaseFile({ folder }: Pick<Config, 'folder'>): string {
  return join(folder, 'dastarkhan.sqlite');
}

/** Where the list of revoked devices lies: beside the database, and never inside a backup of it. */
export function revokedFile({ folder }: Pick<Config, 'folder'>): string {
  return join(folder, REVOKED_FILE);
}

/** Null when there is none, undefined when it is wrong. */
function originOf(text: string | undefined): string | null | undefined {
  if (text === undefined || text === '') return null;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
  return isSecure && url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : undefined;
}
