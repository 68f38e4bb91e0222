import type { BranchId } from '#domain/scalars.ts';
import type { Storage } from '../port.ts';
import { commitLine } from './commit-line.ts';
import { openSqlite } from './open-sqlite.ts';
import { foundToDevice, statements } from './rows.ts';
import { readSetting, sqliteTransaction } from './transaction.ts';

/** SQLite behind the storage port, in a file or in memory (`:memory:`). */
export function sqliteStorage(file: string): Storage {
  const database = openSqlite(file);
  const sql = statements(database);
  const line = commitLine(sql, () => database.isTransaction);
  return {
    transact: (branch, work) => line(() => work(sqliteTransaction(sql, branch))),
    findDevice: async (device) => {
      const row = sql('SELECT * FROM device WHERE device = ?').get(device);
      return row === undefined ? undefined : foundToDevice(row);
    },
    findBranchOf: async (kind, id) => {
      const row = sql('SELECT branch FROM state WHERE kind = ? AND id = ? AND body IS NOT NULL').get(kind, id);
      return row === undefined ? undefined : (String(row['branch']) as BranchId);
    },
    branches: async () =>
      sql("SELECT branch FROM state WHERE kind = 'branch'")
        .all()
        .map((row) => String(row['branch']) as BranchId),
    setting: async (name) => readSetting(sql, name),
    close: async () => database.close(),
  };
}
