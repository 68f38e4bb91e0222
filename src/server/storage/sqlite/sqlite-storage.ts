import type { DatabaseSync } from 'node:sqlite';
import type { BranchId } from '#domain/scalars.ts';
import { BRANCHES_SQL } from '../branches-sql.ts';
import type { Storage, StorageVitals } from '../port.ts';
import { commitLine } from './commit-line.ts';
import { openSqlite, openSqliteReader } from './open-sqlite.ts';
import { foundToDevice, statements } from './rows.ts';
import { readSetting, sqliteTransaction } from './transaction.ts';

const IN_MEMORY = ':memory:';

/** SQLite behind the storage port, in a file or in memory (`:memory:`). */
export function sqliteStorage(file: string): Storage {
  const database = openSqlite(file);
  const sql = statements(database);
  const line = commitLine(sql, () => database.isTransaction);
  const reader = file === IN_MEMORY ? undefined : openSqliteReader(file);
  const look = reader === undefined ? inLine(line, sql) : besides(reader);
  return {
    transact: (branch, work) => line(() => work(sqliteTransaction(sql, branch))),
    findDevice: (device) =>
      look((from) => {
        const row = from('SELECT * FROM device WHERE device = ?').get(device);
        return row === undefined ? undefined : foundToDevice(row);
      }),
    findBranchOf: (kind, id) =>
      look((from) => {
        const row = from('SELECT branch FROM state WHERE kind = ? AND id = ? AND body IS NOT NULL').get(kind, id);
        return row === undefined ? undefined : (String(row['branch']) as BranchId);
      }),
    branches: () =>
      look((from) =>
        from(BRANCHES_SQL)
          .all()
          .map((row) => String(row['branch']) as BranchId),
      ),
    setting: (name) => look((from) => readSetting(from, name)),
    vitals: (heardSince) => look((from) => readVitals(from, heardSince)),
    close: async () => {
      reader?.close();
      database.close();
    },
  };
}

type Sql = ReturnType<typeof statements>;

function readVitals(sql: Sql, heardSince: number): StorageVitals {
  const sizes = ['PRAGMA page_count', 'PRAGMA page_size'].map((text) =>
    Number(Object.values(sql(text).get() ?? {})[0]),
  );
  const devices = sql(
    'SELECT count(*) AS count, count(*) FILTER (WHERE heard_at < ?) AS silent FROM device WHERE revoked_after IS NULL',
  );
  const counted = devices.get(heardSince);
  return {
    bytes: sizes.reduce((product, size) => product * size, 1),
    deviceCount: Number(counted?.['count']),
    silentCount: Number(counted?.['silent']),
  };
}
/** Looks at what is committed; a work that is under way may still be undone, and is not seen. */
type Look = <T>(read: (sql: Sql) => T) => Promise<T>;

/** A file has a second connection for looking, so that looking waits for nobody. */
function besides(reader: DatabaseSync): Look {
  const sql = statements(reader);
  return async (read) => read(sql);
}

/** A database in memory has one connection: whoever looks waits for the works before. */
function inLine(line: ReturnType<typeof commitLine>, sql: Sql): Look {
  return (read) => line(async () => read(sql));
}
