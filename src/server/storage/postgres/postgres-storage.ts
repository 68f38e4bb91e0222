import type pg from 'pg';
import type { BranchId } from '#domain/scalars.ts';
import { BRANCHES_SQL } from '../branches-sql.ts';
import type { Storage, StorageVitals, Transaction } from '../port.ts';
import { openPostgres } from './open-postgres.ts';
import { foundToDevice } from './rows.ts';
import { beginPostgresTransaction } from './transaction.ts';

/** Of a statement, waiting for other writers of the branch included; a transaction holds a branch no longer while idle. */
const STATEMENT_MS = 20_000;
const IDLE_MS = 20_000;
/** How often work that lost a race is begun anew. Works of one branch never race, so a second race is already odd. */
const MAX_RETRIES = 3;
/** "could not serialize" and "deadlock detected": PostgreSQL undid everything, and says that trying again is right. */
const LOST_RACES: readonly unknown[] = ['40001', '40P01'];

const BEGIN = `BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL synchronous_commit = on;
  SET LOCAL statement_timeout = ${STATEMENT_MS};
  SET LOCAL idle_in_transaction_session_timeout = ${IDLE_MS}`;

/** PostgreSQL behind the storage port. Several processes may share one database: each branch has one writer at a time. */
export async function postgresStorage(url: string): Promise<Storage> {
  const pool = await openPostgres(url);
  const inLine = branchLines();
  return {
    transact: (branch, work) => inLine(branch, () => transact(pool, branch, work)),
    findDevice: async (device) => {
      const { rows } = await pool.query('SELECT * FROM device WHERE device = $1', [device]);
      return rows.map(foundToDevice)[0];
    },
    findBranchOf: async (kind, id) => {
      const text = 'SELECT branch FROM state WHERE kind = $1 AND id = $2 AND body IS NOT NULL';
      const { rows } = await pool.query<{ branch: BranchId }>(text, [kind, id]);
      return rows[0]?.branch;
    },
    branches: async () => {
      const { rows } = await pool.query<{ branch: BranchId }>(BRANCHES_SQL);
      return rows.map(({ branch }) => branch);
    },
    setting: async (name) => {
      const text = 'SELECT value FROM setting WHERE name = $1 AND value IS NOT NULL';
      const { rows } = await pool.query<{ value: string }>(text, [name]);
      return rows[0]?.value;
    },
    vitals: async (heardSince) => {
      const text = `SELECT pg_database_size(current_database()) AS bytes, count(*) AS "deviceCount",
        count(*) FILTER (WHERE heard_at < $1) AS "silentCount" FROM device WHERE revoked_after IS NULL`;
      const { rows } = await pool.query<StorageVitals>(text, [heardSince]);
      return rows[0] ?? { bytes: 0, deviceCount: 0, silentCount: 0 };
    },
    close: () => pool.end(),
  };
}

/**
 * Works of one branch wait for each other here, where waiting costs nothing; waiting for the branch's lock with a
 * connection in hand, a crowd in one branch would leave none for the others.
 */
function branchLines(): <T>(branch: BranchId, work: () => Promise<T>) => Promise<T> {
  const lines = new Map<BranchId, Promise<unknown>>();
  return (branch, work) => {
    const done = (lines.get(branch) ?? Promise.resolve()).then(work);
    const last = done
      .catch(() => undefined)
      .then(() => {
        if (lines.get(branch) === last) lines.delete(branch);
      });
    lines.set(branch, last);
    return done;
  };
}

async function transact<T>(
  pool: pg.Pool,
  branch: BranchId,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < MAX_RETRIES; attempt += 1) {
    try {
      return await attemptOnce(pool, branch, work);
    } catch (cause) {
      if (!LOST_RACES.includes((cause as { readonly code?: unknown }).code)) throw cause;
    }
  }
  return attemptOnce(pool, branch, work);
}

async function attemptOnce<T>(
  pool: pg.Pool,
  branch: BranchId,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query(BEGIN);
    const value = await work(await beginPostgresTransaction(client, branch));
    await client.query('COMMIT');
    client.release();
    return value;
  } catch (cause) {
    await abandon(client);
    throw cause;
  }
}

/** Undoes what was begun. A connection that cannot even do that is closed, which undoes it too. */
async function abandon(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (cause) {
    client.release(cause instanceof Error ? cause : new Error('the connection is broken'));
  }
}
