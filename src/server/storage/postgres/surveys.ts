import type pg from 'pg';
import type { Audience } from '#domain/audiences.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import { BRANCHES_SQL } from '../branches-sql.ts';
import type { Survey, Surveys } from '../port.ts';
import { openPostgres } from './open-postgres.ts';
import { postgresReading } from './transaction.ts';
import { foundToCommit, foundToSegment } from './rows.ts';

/** Looks at a PostgreSQL database that may be in use. */
export async function postgresSurveys(url: string): Promise<Surveys> {
  const pool = await openPostgres(url);
  return {
    branches: async () => {
      const { rows } = await pool.query<{ branch: BranchId }>(BRANCHES_SQL);
      return rows.map(({ branch }) => branch);
    },
    setting: async (name) => {
      const text = 'SELECT value FROM setting WHERE name = $1 AND value IS NOT NULL';
      const { rows } = await pool.query<{ value: string }>(text, [name]);
      return rows[0]?.value;
    },
    survey: async (branch, look) => {
      const client = await pool.connect();
      try {
        // One moment of the database, without the branch's lock: what is written meanwhile is not seen.
        await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
        return await look({ ...(await postgresReading(client, branch)), ...wholeOf(client, branch) });
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

function wholeOf(
  sql: Pick<pg.PoolClient, 'query'>,
  branch: BranchId,
): Pick<Survey, 'commits' | 'audiences' | 'devices' | 'segments'> {
  return {
    commits: async (after, limit) => {
      const text = 'SELECT * FROM branch_commit WHERE branch = $1 AND number > $2 ORDER BY number LIMIT $3';
      return (await sql.query(text, [branch, after, limit])).rows.map(foundToCommit);
    },
    audiences: async () => {
      const text = 'SELECT DISTINCT audience FROM feed WHERE branch = $1';
      return (await sql.query<{ audience: Audience }>(text, [branch])).rows.map(({ audience }) => audience);
    },
    devices: async () => {
      const text = 'SELECT device, max(number) AS last FROM log WHERE branch = $1 GROUP BY device';
      return (await sql.query<{ device: DeviceId; last: number }>(text, [branch])).rows;
    },
    segments: async (device) => {
      const text = 'SELECT * FROM segment WHERE device = $1 ORDER BY first_number, count';
      return (await sql.query(text, [device])).rows.map(foundToSegment);
    },
  };
}
