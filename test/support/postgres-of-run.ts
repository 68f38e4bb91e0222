import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import pg from 'pg';

import { assert } from '#lib/assert.ts';
import { type PostgresPrograms, type PostgresServer, startPostgresServer } from './postgres-server.ts';
import type { TestPostgres } from './test-postgres.ts';

/** Names the folder in which workers leave word of the servers that they have started. */
const PLACE = 'POSTGRES_OF_RUN';

/** Before a run: nothing is started until a test asks for it. */
export async function setup(): Promise<void> {
  process.env[PLACE] = await mkdtemp(join(tmpdir(), 'dastarkhan-run-'));
}

/** After a run: workers are ended without a word, so their servers are ended here. */
export async function teardown(): Promise<void> {
  const place = placeOfRun();
  for (const name of await readdir(place)) {
    const { pid, folder } = JSON.parse(await readFile(join(place, name), 'utf8')) as PostgresServer;
    // In good order, so that nothing of it stays in memory; its files go when the last of its processes has.
    if (pid !== undefined) process.kill(pid, 'SIGINT');
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  }
  await rm(place, { recursive: true });
}

/** This worker's server: making one costs more than all that is tried on it. */
let own: Promise<PostgresServer> | undefined;

/** A database of its own on this worker's server. */
export async function databaseOfRun(programs: PostgresPrograms): Promise<TestPostgres> {
  own ??= startForRun(programs);
  const { url } = await own;
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(url, `CREATE DATABASE ${name}`);
  const database = new URL(url);
  database.pathname = `/${name}`;
  return { kind: 'server', url: database.href, stop: () => command(url, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function startForRun(programs: PostgresPrograms): Promise<PostgresServer> {
  const server = await startPostgresServer(programs);
  await writeFile(join(placeOfRun(), `${server.pid}.json`), JSON.stringify(server));
  return server;
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function placeOfRun(): string {
  const place = process.env[PLACE];
  assert(place !== undefined, 'a run has a place for word of its servers');
  return place;
}
