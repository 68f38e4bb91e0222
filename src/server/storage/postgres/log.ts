import type pg from 'pg';
import type { BranchId } from '#domain/scalars.ts';
import type { LogRow, Transaction } from '../port.ts';
import { columns, foundToLog, logColumns } from './rows.ts';

/** The logs of devices, within a transaction. */
export function logsOf(sql: Pick<pg.PoolClient, 'query'>, branch: BranchId) {
  return {
    log: async (device, from, to) => {
      const text = 'SELECT * FROM log WHERE device = $1 AND number BETWEEN $2 AND $3 ORDER BY number';
      return (await sql.query(text, [device, from, to])).rows.map(foundToLog);
    },
    logAt: async (device, numbers) => {
      const text = 'SELECT * FROM log WHERE device = $1 AND number = ANY($2::bigint[]) ORDER BY number';
      return (await sql.query(text, [device, numbers])).rows.map(foundToLog);
    },
    logEnd: async (device, from) => {
      const { rows } = await sql.query<Pick<LogRow, 'number' | 'hash'>>(
        `SELECT number, hash FROM log AS here WHERE device = $1 AND number >= $2
          AND NOT EXISTS (SELECT 1 FROM log WHERE device = here.device AND number = here.number + 1)
          AND EXISTS (SELECT 1 FROM log WHERE device = $1 AND number = $2)
          ORDER BY number LIMIT 1`,
        [device, from],
      );
      return rows.map(({ number, hash }) => ({ number, hash: new Uint8Array(hash) }))[0];
    },
    deferred: async (code, limit) => {
      const text = `SELECT * FROM log WHERE branch = $1 AND status = 'deferred' AND code = $2
        ORDER BY device, number LIMIT $3`;
      return (await sql.query(text, [branch, code, limit])).rows.map(foundToLog);
    },
    waitingFor: async (entries, limit) => {
      // Mostly nobody waits for anything, and a push of thousands shall not send a thousand names.
      const any = "SELECT 1 FROM log WHERE branch = $1 AND waits_for IS NOT NULL AND status = 'deferred' LIMIT 1";
      if (entries.length === 0 || (await sql.query(any, [branch])).rows.length === 0) return [];
      const text = `SELECT * FROM log WHERE branch = $1 AND status = 'deferred' AND waits_for = ANY($2)
        ORDER BY device, number LIMIT $3`;
      return (await sql.query(text, [branch, entries, limit])).rows.map(foundToLog);
    },
    deferredCount: async (device) => {
      const text = "SELECT count(*)::int AS count FROM log WHERE branch = $1 AND device = $2 AND status = 'deferred'";
      const { rows } = await sql.query<{ count: number }>(text, [branch, device]);
      return rows[0]?.count ?? 0;
    },
    ...writingOf(sql),
  } satisfies Partial<Transaction>;
}

function writingOf(sql: Pick<pg.PoolClient, 'query'>) {
  return {
    writeLog: async (rows) => {
      await sql.query(
        `INSERT INTO log (device, number, hash, entry, received_at, branch, status, code, waits_for, version)
          SELECT * FROM unnest ($1::text[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::text[], $7::text[],
          $8::text[], $9::text[], $10::bigint[])
          ON CONFLICT (device, number) DO UPDATE SET (branch, hash, entry, status, code, waits_for, version, received_at) =
          (excluded.branch, excluded.hash, excluded.entry, excluded.status, excluded.code, excluded.waits_for,
          excluded.version, excluded.received_at)`,
        [
          ...logColumns(rows),
          ...columns(
            rows,
            (row) => row.branch,
            (row) => row.status,
            (row) => row.code,
            (row) => row.waitsFor,
            (row) => row.version,
          ),
        ],
      );
    },
    keepAside: async (rows) => {
      await sql.query(
        `INSERT INTO kept_aside (device, number, hash, entry, received_at, reason) SELECT * FROM unnest
          ($1::text[], $2::bigint[], $3::bytea[], $4::bytea[], $5::bigint[], $6::text[]) ON CONFLICT DO NOTHING`,
        [...logColumns(rows), ...columns(rows, (row) => row.reason)],
      );
    },
    forgetAside: async (device) => {
      await sql.query('DELETE FROM kept_aside WHERE device = $1', [device]);
    },
    addSegment: async (segment) => {
      await sql.query(
        `INSERT INTO segment VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (device, first_number, count) DO UPDATE SET
          (previous_hash, head_hash, signature) = (excluded.previous_hash, excluded.head_hash, excluded.signature)`,
        [segment.device, segment.firstNumber, segment.count, segment.previousHash, segment.headHash, segment.signature],
      );
    },
  } satisfies Partial<Transaction>;
}
