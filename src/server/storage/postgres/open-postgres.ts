import pg from 'pg';
import { assert } from '#lib/assert.ts';
import { migrations } from './schema.ts';
import { bringViewsUpToDate } from './views.ts';

/** One branch is one line anyway: more connections than this would only wait for each other's locks. */
const MAX_CONNECTIONS = 10;
/** A database that does not answer for so long is away, and whoever asks is told. */
const CONNECT_MS = 5_000;
/** Any number that no other program of this database uses; it stands for "somebody is changing the tables". */
const MIGRATION_LOCK = 7_306_041_187;
/** PostgreSQL's type of whole numbers of eight bytes. All of ours are exact in a JavaScript number. */
const BIGINT = 20;

/** Connects, and brings the tables up to date; processes that start together take turns. */
export async function openPostgres(url: string): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === BIGINT ? Number : (pg.types.getTypeParser(type, format) as (text: string) => unknown),
    },
  });
  // A connection that breaks is replaced when the next one is asked for, and whoever was using it hears of it from the
  // next statement. Without listeners a restart of the database would end this process, between two statements too.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await migrate(pool);
  } catch (cause) {
    await pool.end();
    throw cause;
  }
  return pool;
}

async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY)');
    const { rows } = await client.query<{ done: number }>('SELECT coalesce(max(version), 0) AS done FROM migration');
    const done = rows[0]?.done ?? 0;
    assert(done <= migrations.length, 'this database was written by a newer version of the program');
    for (const [index, script] of migrations.slice(done).entries()) {
      await client.query(script);
      await client.query('INSERT INTO migration VALUES ($1)', [done + index + 1]);
    }
    await bringViewsUpToDate(client);
    await client.query('COMMIT');
    client.release();
  } catch (cause) {
    // Closing the connection undoes what it had begun.
    client.release(new Error('the migration failed'));
    throw cause;
  }
}
