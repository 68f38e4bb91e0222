import { join } from 'node:path';
import { MOST_RETENTION_DAYS } from '#domain/retention.ts';
import { err, ok, type Result } from '#lib/result.ts';

const DEFAULT_PORT = 8787;
const MOST_PORT = 65_535;
/** The two files of a lost folder that whoever restores a backup takes along. */
export const REVOKED_FILE = 'revoked.txt';
export const ERASED_FILE = 'erased.txt';
/** What the program's own tests read; the server has nothing under this name. */
const OWN_PREFIX = 'DASTARKHAN_';
const TESTS_OWN = ['DASTARKHAN_BROWSER', 'DASTARKHAN_REQUIRE_POSTGRES'];

export type Config = {
  readonly port: number;
  readonly host: string;
  readonly folder: string;
  /** The one permanent HTTPS origin of every link; null while only this computer is served. */
  readonly publicUrl: string | null;
  /** PostgreSQL instead of the file; null for SQLite. */
  readonly databaseUrl: string | null;
  /** For how many days it stays known who delivered. */
  readonly retentionDays: number;
  /** What lets somebody see /metrics; null: nobody. */
  readonly metricsToken: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; every mistake is a sentence of its own, and none is passed over. What is empty is not given. */
export function readConfig(environment: Environment): Result<Config, readonly string[]> {
  const given = (name: string): string | null => (environment[name] ?? '').trim() || null;
  const port = wholeNumber(given('PORT'), DEFAULT_PORT);
  const host = given('HOST') ?? 'localhost';
  const publicUrl = originOf(given('PUBLIC_URL'));
  const databaseUrl = given('DATABASE_URL');
  const retentionDays = wholeNumber(given('RETENTION_DAYS'), MOST_RETENTION_DAYS);
  const metricsToken = given('METRICS_TOKEN');
  const mistakes = [
    port <= MOST_PORT ? null : `PORT must be a whole number from 0 to ${MOST_PORT}.`,
    isHost(host)
      ? null
      : 'HOST must be a name or an address alone, such as localhost or 0.0.0.0 - the port stands in PORT.',
    publicUrl === undefined
      ? 'PUBLIC_URL must be an https address without a path, such as https://food.example.org - phones keep everything under it for ever.'
      : null,
    databaseUrl === null ? null : whatIsWrongWith(databaseUrl),
    retentionDays >= 1 && retentionDays <= MOST_RETENTION_DAYS
      ? null
      : `RETENTION_DAYS must be a whole number from 1 to ${MOST_RETENTION_DAYS}: nobody is promised more than that.`,
    metricsToken === null || /^\S{16,200}$/.test(metricsToken)
      ? null
      : 'METRICS_TOKEN must be 16 to 200 characters without spaces, such as what `openssl rand -hex 20` says.',
    ...Object.keys(environment)
      .filter((name) => name.startsWith(OWN_PREFIX) && !TESTS_OWN.includes(name))
      .map(
        (name) =>
          `${name} means nothing to this program: its variables have no prefix. Take it away, or see README.md.`,
      ),
  ].filter((mistake) => mistake !== null);
  if (mistakes.length > 0) return err(mistakes);
  const folder = given('DATA_DIR') ?? 'data';
  return ok({ port, host, folder, publicUrl: publicUrl ?? null, databaseUrl, retentionDays, metricsToken });
}

/** Where the SQLite file lies. */
export function databaseFile({ folder }: Pick<Config, 'folder'>): string {
  return join(folder, 'dastarkhan.sqlite');
}

/** Where the list of revoked devices lies: beside the database, and never inside a backup of it. */
export function revokedFile({ folder }: Pick<Config, 'folder'>): string {
  return join(folder, REVOKED_FILE);
}

/** Infinity for what is no whole number. */
function wholeNumber(text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  return /^\d{1,6}$/.test(text) ? Number(text) : Infinity;
}

/** One colon would part a port from it; an address of IPv6 has more. */
function isHost(text: string): boolean {
  return !/[\s/@]/.test(text) && text.split(':').length !== 2;
}

/** Where it lies who was erased: there for the same reason. */
export function erasedFile({ folder }: Pick<Config, 'folder'>): string {
  return join(folder, ERASED_FILE);
}

/** Null when there is none, undefined when it is wrong. */
function originOf(text: string | null): string | null | undefined {
  if (text === null) return null;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isLocal = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLocal);
  const isBare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  return isSecure && isBare ? url.origin : undefined;
}

/** A sentence, or null. The address itself is not repeated: it may hold a password. */
function whatIsWrongWith(databaseUrl: string): string | null {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl))
    return 'DATABASE_URL must begin with postgres:// - leave it out to use the SQLite file in DATA_DIR.';
  if (!URL.canParse(databaseUrl))
    return 'DATABASE_URL cannot be read as an address: in a name or password write %40 for @, %3A for : and %2F for /.';
  return /^\/[^/@]+$/.test(new URL(databaseUrl).pathname)
    ? null
    : 'DATABASE_URL must name one database, such as postgres://me:secret@localhost/dastarkhan - in a password write %2F for /.';
}
