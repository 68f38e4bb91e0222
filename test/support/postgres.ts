import { startPglite } from './pglite-server.ts';
import { databaseOfRun } from './postgres-of-run.ts';
import { findPostgresPrograms } from './postgres-server.ts';
import type { TestPostgres } from './test-postgres.ts';

const REQUIRED_BY = 'DASTARKHAN_REQUIRE_POSTGRES';
const HOW_TO_BRING = 'On Debian: apt-get install -y postgresql';

/**
 * An empty database on an installed server; where there is none, PGlite - unless the environment demands a real one, in which case this
 * throws with the command that brings it.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = findPostgresPrograms();
  if (programs !== undefined) return databaseOfRun(programs);
  if (process.env[REQUIRED_BY] === '1') {
    throw new Error(`${REQUIRED_BY} is set, and there is no PostgreSQL server on this machine. ${HOW_TO_BRING}`);
  }
  return startPglite();
}
