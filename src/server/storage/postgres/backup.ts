import { spawn } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import pg from 'pg';
import { err, ok, type Result } from '#lib/result.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { BACKED_UP_AT } from '../port.ts';
import { openPostgres } from './open-postgres.ts';

/** `missing`: the program of PostgreSQL is not installed. `failed`: what it said. */
export type DumpFailure = { readonly code: 'missing' } | { readonly code: 'failed'; readonly said: string };

/** How far a device's log stood. */
type Stand = { readonly device: DeviceId; readonly through: number };

/**
 * Dumps a PostgreSQL database that may be in use into one file, checks that the file can be listed, and tells the server how
 * far each device's log is in it (SPEC 7.3). What is told was noted before the dump began, so the dump has it. Gives the
 * number of devices.
 */
export async function dumpDatabase(url: string, to: string, at: number): Promise<Result<number, DumpFailure>> {
  const pool = await openPostgres(url);
  try {
    const stands = await readStands(pool);
    const part = `${to}.part`;
    const dumped = await run('pg_dump', ['--format=custom', '--no-owner', `--file=${part}`], url);
    const checked = dumped.ok ? await run('pg_restore', ['--list', part], url) : dumped;
    if (!checked.ok) {
      rmSync(part, { force: true });
      return checked;
    }
    renameSync(part, to);
    await recordStands(pool, stands, at);
    return ok(stands.length);
  } finally {
    await pool.end();
  }
}

/** True when a database has no table of ours yet: only into such a one is a dump restored. */
export async function isEmptyDatabase(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string | null }>("SELECT to_regclass('migration') AS name");
    return rows[0]?.name === null;
  } finally {
    await client.end();
  }
}

/** Puts a dump into an empty database, all of it or nothing. */
export async function restoreDump(file: string, url: string): Promise<Result<null, DumpFailure>> {
  const { pathname } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  return run(
    'pg_restore',
    ['--single-transaction', '--exit-on-error', '--no-owner', `--dbname=${database}`, file],
    url,
  );
}

async function readStands(pool: pg.Pool): Promise<readonly Stand[]> {
  return (await pool.query<Stand>('SELECT device, stored_through AS through FROM device')).rows;
}

async function recordStands(pool: pg.Pool, stands: readonly Stand[], at: number): Promise<void> {
  await pool.query(
    `UPDATE device SET backed_up_through = greatest(backed_up_through, noted.through)
      FROM unnest($1::text[], $2::bigint[]) AS noted (device, through)
      WHERE device.device = noted.device AND device.stored_through >= noted.through`,
    [stands.map(({ device }) => device), stands.map(({ through }) => through)],
  );
  const note = 'INSERT INTO setting VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  await pool.query(note, [BACKED_UP_AT, String(at)]);
}

/** Runs one of PostgreSQL's own programs. The address holds a password, so it is not among the arguments that others can see. */
function run(program: string, args: readonly string[], url: string): Promise<Result<null, DumpFailure>> {
  return new Promise((resolve) => {
    const env = { ...process.env, ...connectionOf(url) };
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', () => resolve(err({ code: 'missing' })));
    child.on('close', (code) => resolve(code === 0 ? ok(null) : err({ code: 'failed', said: said.trim() })));
  });
}

/** An address as PostgreSQL's programs take it from their environment. */
function connectionOf(url: string): Readonly<Record<string, string>> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const parts = {
    PGHOST: decodeURIComponent(hostname),
    PGPORT: port,
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
    PGSSLMODE: searchParams.get('sslmode') ?? '',
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}
