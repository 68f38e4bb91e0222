import type pg from 'pg';
import type { BranchId } from '#domain/scalars.ts';
import type { History, Transaction } from '../port.ts';
import { columns, foundToDevice, foundToFeed, foundToGrant, foundToHistory, foundToState } from './rows.ts';
import { logsOf } from './log.ts';
import { picturesIn } from './pictures.ts';
import { sumsIn } from './sums.ts';

const NO_HISTORY: History = { number: 0, mark: '0000000000000', auditHash: new Uint8Array(32) };

/** Takes the branch's lock, and gives the view of the branch within a transaction that somebody else ends. */
export async function beginPostgresTransaction(client: pg.PoolClient, branch: BranchId): Promise<Transaction> {
  return transactionOf(client, branch, await lock(client, branch));
}

/** The same view without the lock, within a transaction that only reads. */
export async function postgresReading(client: pg.PoolClient, branch: BranchId): Promise<Transaction> {
  const text = 'SELECT number, mark, audit_hash FROM history WHERE branch = $1';
  const { rows } = await client.query(text, [branch]);
  return transactionOf(client, branch, rows.map(foundToHistory)[0] ?? NO_HISTORY);
}

function transactionOf(client: pg.PoolClient, branch: BranchId, history: History): Transaction {
  return {
    ...historyOf(client, branch, history),
    ...settingsOf(client),
    ...rowsOf(client, branch),
    ...grantsOf(client, branch),
    ...feedsOf(client, branch),
    ...devicesOf(client, branch),
    ...logsOf(client, branch),
    ...sumsIn(client, branch),
    ...picturesIn(client, branch),
  };
}

type Sql = Pick<pg.PoolClient, 'query'>;

/** The branch's history row is its lock: numbers are given out by whoever holds it, so their order is that of commits. */
async function lock(sql: Sql, branch: BranchId): Promise<History> {
  const take = async () => {
    const text = 'SELECT number, mark, audit_hash FROM history WHERE branch = $1 FOR UPDATE';
    const { rows } = await sql.query(text, [branch]);
    return rows.map(foundToHistory)[0];
  };
  const known = await take();
  if (known !== undefined) return known;
  const { number, mark, auditHash } = NO_HISTORY;
  await sql.query('INSERT INTO history VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    branch,
    number,
    mark,
    auditHash,
  ]);
  return (await take()) ?? NO_HISTORY;
}

function historyOf(sql: Sql, branch: BranchId, locked: History) {
  let current = locked;
  return {
    history: async () => current,
    markOf: async (number) => {
      const text = 'SELECT mark FROM branch_commit WHERE branch = $1 AND number >= $2 ORDER BY number LIMIT 1';
      const { rows } = await sql.query<{ mark: string }>(text, [branch, number]);
      return rows[0]?.mark;
    },
    commit: async ({ number, mark, at, auditHash, entries, rowsHash }) => {
      await sql.query('UPDATE history SET number = $2, mark = $3, audit_hash = $4 WHERE branch = $1', [
        branch,
        number,
        mark,
        auditHash,
      ]);
      const text = 'INSERT INTO branch_commit VALUES ($1, $2, $3, $4, $5, $6, $7)';
      await sql.query(text, [branch, number, mark, at, auditHash, entries, rowsHash]);
      current = { number, mark, auditHash };
    },
  } satisfies Partial<Transaction>;
}

function settingsOf(sql: Sql) {
  return {
    setting: async (name) => {
      const text = 'SELECT value FROM setting WHERE name = $1 AND value IS NOT NULL';
      const { rows } = await sql.query<{ value: string }>(text, [name]);
      return rows[0]?.value;
    },
    changeSetting: async (name, change) => {
      // The row must be there to be locked; whoever inserts it at the same time is waited for.
      await sql.query('INSERT INTO setting VALUES ($1, NULL) ON CONFLICT DO NOTHING', [name]);
      const text = 'SELECT value FROM setting WHERE name = $1 FOR UPDATE';
      const { rows } = await sql.query<{ value: string | null }>(text, [name]);
      const value = change(rows[0]?.value ?? undefined);
      await sql.query('UPDATE setting SET value = $2 WHERE name = $1', [name, value]);
      return value;
    },
  } satisfies Partial<Transaction>;
}

function rowsOf(sql: Sql, branch: BranchId) {
  return {
    rows: async (keys) => {
      const { rows } = await sql.query(
        `SELECT state.kind, state.id, version, body FROM unnest($2::text[], $3::text[]) AS asked (kind, id)
          JOIN state ON state.branch = $1 AND state.kind = asked.kind AND state.id = asked.id`,
        [branch, keys.map((key) => key.kind), keys.map((key) => key.id)],
      );
      return rows.map(foundToState);
    },
    rowsOfKind: async (kind) => {
      const text = 'SELECT kind, id, version, body FROM state WHERE branch = $1 AND kind = $2 ORDER BY id';
      return (await sql.query(text, [branch, kind])).rows.map(foundToState);
    },
    rowsOfRuns: async (runs) => {
      const text = `SELECT kind, id, version, body FROM state WHERE branch = $1
        AND kind IN ('delivery', 'returnableCount') AND body::json->>'run' = ANY ($2::text[]) ORDER BY id`;
      return runs.length === 0 ? [] : (await sql.query(text, [branch, runs])).rows.map(foundToState);
    },
    writeRows: async (written) => {
      await sql.query(
        `INSERT INTO state SELECT $1, * FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[])
          ON CONFLICT (branch, kind, id) DO UPDATE SET version = excluded.version, body = excluded.body`,
        [
          branch,
          ...columns(
            written,
            ({ kind }) => kind,
            ({ id }) => id,
            ({ version }) => version,
            ({ body }) => body,
          ),
        ],
      );
    },
  } satisfies Partial<Transaction>;
}

function grantsOf(sql: Sql, branch: BranchId) {
  const grantColumns = (grants: Parameters<Transaction['addGrants']>[0]) =>
    columns(
      grants,
      (grant) => grant.kind,
      (grant) => grant.id,
      (grant) => grant.audience,
      (grant) => grant.byKind,
      (grant) => grant.byId,
    );
  const given = 'unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])';
  return {
    grantsBy: async (key) => {
      const text =
        'SELECT * FROM granted WHERE branch = $1 AND by_kind = $2 AND by_id = $3 ORDER BY kind, id, audience';
      return (await sql.query(text, [branch, key.kind, key.id])).rows.map(foundToGrant);
    },
    grantsOn: async (key) => {
      const text =
        'SELECT * FROM granted WHERE branch = $1 AND kind = $2 AND id = $3 ORDER BY audience, by_kind, by_id';
      return (await sql.query(text, [branch, key.kind, key.id])).rows.map(foundToGrant);
    },
    addGrants: async (grants) => {
      if (grants.length === 0) return;
      const text = `INSERT INTO granted SELECT $1, * FROM ${given} ON CONFLICT DO NOTHING`;
      await sql.query(text, [branch, ...grantColumns(grants)]);
    },
    removeGrants: async (grants) => {
      if (grants.length === 0) return;
      const text = `DELETE FROM granted WHERE branch = $1 AND (kind, id, audience, by_kind, by_id) IN (SELECT * FROM ${given})`;
      await sql.query(text, [branch, ...grantColumns(grants)]);
    },
  } satisfies Partial<Transaction>;
}

function feedsOf(sql: Sql, branch: BranchId) {
  return {
    writeFeed: async (written) => {
      await sql.query(
        `INSERT INTO feed SELECT $1, * FROM
          unnest($2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::bigint[])
          ON CONFLICT (branch, audience, kind, id) DO UPDATE SET
          number = excluded.number, body = excluded.body, device = excluded.device, mutation = excluded.mutation`,
        [
          branch,
          ...columns(
            written,
            (row) => row.audience,
            (row) => row.kind,
            (row) => row.id,
            (row) => row.number,
            (row) => row.body,
            (row) => row.device,
            (row) => row.mutation,
          ),
        ],
      );
    },
    readFeed: async (audiences, after, limit) => {
      // Each audience's part comes in order from its index, so that a page costs a page however long the feed is.
      const { rows } = await sql.query(
        `SELECT part.* FROM unnest($2::text[]) AS asked (audience) CROSS JOIN LATERAL
          (SELECT * FROM feed WHERE branch = $1 AND audience = asked.audience AND number > $3 ORDER BY number LIMIT $4) part
          ORDER BY number LIMIT $4`,
        [branch, audiences, after, limit],
      );
      return rows.map(foundToFeed);
    },
  } satisfies Partial<Transaction>;
}

function devicesOf(sql: Sql, branch: BranchId) {
  return {
    device: async (device) => {
      const { rows } = await sql.query('SELECT * FROM device WHERE device = $1', [device]);
      return rows.map(foundToDevice)[0];
    },
    devicesOf: async (member) => {
      const text = 'SELECT * FROM device WHERE branch = $1 AND member = $2 ORDER BY device';
      return (await sql.query(text, [branch, member])).rows.map(foundToDevice);
    },
    writeDevice: async (record) => {
      await sql.query(
        `INSERT INTO device VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (device) DO UPDATE SET
          (branch, member, standing, sign_key, agree_key, stored_through, head_hash, backed_up_through, revoked_after,
          heard_at) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          record.device,
          record.branch,
          record.member,
          record.standing,
          record.signKey,
          record.agreeKey,
          record.storedThrough,
          record.headHash,
          record.backedUpThrough,
          record.revokedAfter,
          record.heardAt,
        ],
      );
    },
  } satisfies Partial<Transaction>;
}
