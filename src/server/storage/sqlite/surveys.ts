import type { Audience } from '#domain/audiences.ts';
import { assert } from '#lib/assert.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import { BRANCHES_SQL } from '../branches-sql.ts';
import type { CommitRow, SegmentRow, Survey, Surveys } from '../port.ts';
import { openSqliteReader } from './open-sqlite.ts';
import { statements } from './rows.ts';
import { migrations } from './schema.ts';
import { readSetting, sqliteTransaction } from './transaction.ts';

/** Looks at a SQLite file, a server's or a backup, that may be in use. */
export function sqliteSurveys(file: string): Surveys {
  const database = openSqliteReader(file);
  const sql = statements(database);
  const version = Number(sql('PRAGMA user_version').get()?.['user_version']);
  assert(version === migrations.length, `the database is of version ${version}, this program of ${migrations.length}`);
  return {
    branches: async () =>
      sql(BRANCHES_SQL)
        .all()
        .map((row) => String(row['branch']) as BranchId),
    setting: async (name) => readSetting(sql, name),
    survey: async (branch, look) => {
      // One moment of the file: what is written meanwhile is not seen.
      sql('BEGIN').run();
      try {
        return await look({ ...sqliteTransaction(sql, branch), ...wholeOf(sql, branch) });
      } finally {
        sql('ROLLBACK').run();
      }
    },
    close: async () => database.close(),
  };
}

function wholeOf(
  sql: ReturnType<typeof statements>,
  branch: BranchId,
): Pick<Survey, 'commits' | 'audiences' | 'devices' | 'segments'> {
  return {
    commits: async (after, limit) =>
      sql(`SELECT number, mark, at, audit_hash AS auditHash, entries, rows_hash AS rowsHash FROM branch_commit
        WHERE branch = ? AND number > ? ORDER BY number LIMIT ?`).all(branch, after, limit) as unknown as CommitRow[],
    audiences: async () =>
      sql('SELECT DISTINCT audience FROM feed WHERE branch = ?')
        .all(branch)
        .map((row) => String(row['audience']) as Audience),
    devices: async () =>
      sql('SELECT device, max(number) AS last FROM log WHERE branch = ? GROUP BY device')
        .all(branch)
        .map((row) => ({ device: String(row['device']) as DeviceId, last: Number(row['last']) })),
    segments: async (device) =>
      sql(`SELECT device, first_number AS firstNumber, count, previous_hash AS previousHash, head_hash AS headHash,
        signature FROM segment WHERE device = ? ORDER BY first_number, count`).all(device) as unknown as SegmentRow[],
  };
}
