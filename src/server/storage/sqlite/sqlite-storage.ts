import type { BranchId } from '#domain/scalars.ts';
import type { Storage, Transaction } from '../port.ts';
import { openSqlite } from './open-sqlite.ts';
import { foundToDevice, statements } from './rows.ts';
import { readSetting, sqliteTransaction } from './transaction.ts';

/** Requests that share one commit and so one wait for the disk: enough to keep up, few enough to stay quick. */
const GROUP_LIMIT = 32;

type Waiting = {
  readonly perform: () => Promise<void>;
  readonly fail: (cause: unknown) => void;
  readonly settle: () => void;
};

/**
 * SQLite behind the storage port. One writer: transactions wait in line, and those that wait together are committed
 * together, each in a savepoint of its own, so that one which fails takes nothing of the others with it.
 */
export function sqliteStorage(file: string): Storage {
  const database = openSqlite(file);
  const sql = statements(database);
  let line: Waiting[] = [];
  let isRunning = false;

  const commitGroup = async (group: readonly Waiting[]): Promise<void> => {
    sql('BEGIN IMMEDIATE').run();
    for (const waiting of group) {
      sql('SAVEPOINT request').run();
      try {
        await waiting.perform();
      } catch (cause) {
        sql('ROLLBACK TO request').run();
        waiting.fail(cause);
      }
      sql('RELEASE request').run();
    }
    sql('COMMIT').run();
  };
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    while (line.length > 0) {
      const group = line.slice(0, GROUP_LIMIT);
      line = line.slice(GROUP_LIMIT);
      try {
        await commitGroup(group);
        for (const waiting of group) waiting.settle();
      } catch (cause) {
        if (database.isTransaction) sql('ROLLBACK').run();
        for (const waiting of group) waiting.fail(cause);
      }
    }
    isRunning = false;
  };
  const transact = <T>(branch: BranchId, work: (transaction: Transaction) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      line.push({
        perform: async () => {
          result = { value: await work(sqliteTransaction(sql, branch)) };
        },
        fail: reject,
        settle: () => {
          if (result !== undefined) resolve(result.value);
        },
      });
      void run();
    });

  return {
    transact,
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
