import type { BranchId } from '#domain/scalars.ts';
import type { LogRow, Transaction } from '../port.ts';
import { foundToLog, type statements } from './rows.ts';

type Sql = ReturnType<typeof statements>;
type LogEnd = Pick<LogRow, 'number' | 'hash'>;

/** The logs of devices, within a transaction. */
export function logsOf(sql: Sql, branch: BranchId) {
  return {
    log: async (device, from, to) =>
      sql('SELECT * FROM log WHERE device = ? AND number BETWEEN ? AND ? ORDER BY number')
        .all(device, from, to)
        .map(foundToLog),
    logAt: async (device, numbers) => {
      const find = sql('SELECT * FROM log WHERE device = ? AND number = ?');
      return [...new Set(numbers)]
        .toSorted((a, b) => a - b)
        .map((number) => find.get(device, number))
        .filter((row) => row !== undefined)
        .map(foundToLog);
    },
    logEnd: async (device, from) => {
      const row = sql(`SELECT number, hash FROM log AS here WHERE device = ? AND number >= ?
        AND NOT EXISTS (SELECT 1 FROM log WHERE device = here.device AND number = here.number + 1)
        AND EXISTS (SELECT 1 FROM log WHERE device = here.device AND number = ?)
        ORDER BY number LIMIT 1`).get(device, from, from);
      return row === undefined ? undefined : ({ number: row['number'], hash: row['hash'] } as LogEnd);
    },
    deferred: async (code, limit) =>
      sql("SELECT * FROM log WHERE branch = ? AND status = 'deferred' AND code = ? ORDER BY device, number LIMIT ?")
        .all(branch, code, limit)
        .map(foundToLog),
    waitingFor: async (entries, limit) => {
      const isAny = sql("SELECT 1 FROM log WHERE branch = ? AND waits_for IS NOT NULL AND status = 'deferred' LIMIT 1");
      // Mostly nobody waits for anything, and a push of thousands shall not ask a thousand times.
      if (entries.length === 0 || isAny.get(branch) === undefined) return [];
      const find = sql(
        "SELECT * FROM log WHERE branch = ? AND waits_for = ? AND status = 'deferred' ORDER BY device, number LIMIT ?",
      );
      const found = entries.flatMap((entry) => find.all(branch, entry, limit).map(foundToLog));
      return found.toSorted(inOrder).slice(0, limit);
    },
    deferredCount: async (device) => {
      const count = sql(
        "SELECT count(*) AS count FROM log WHERE branch = ? AND device = ? AND status = 'deferred'",
      ).get(branch, device);
      return Number(count?.['count'] ?? 0);
    },
    ...writingOf(sql),
  } satisfies Partial<Transaction>;
}

function writingOf(sql: Sql) {
  return {
    writeLog: async (rows) => {
      const write = sql('INSERT OR REPLACE INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
      for (const row of rows) {
        write.run(
          row.device,
          row.number,
          row.branch,
          row.hash,
          row.entry,
          row.status,
          row.code,
          row.version,
          row.receivedAt,
          row.waitsFor,
        );
      }
    },
    keepAside: async (rows) => {
      const keep = sql('INSERT OR IGNORE INTO kept_aside VALUES (?, ?, ?, ?, ?, ?)');
      for (const row of rows) keep.run(row.device, row.number, row.hash, row.entry, row.reason, row.receivedAt);
    },
    forgetAside: async (device) => {
      sql('DELETE FROM kept_aside WHERE device = ?').run(device);
    },
    addSegment: async (segment) => {
      sql('INSERT OR REPLACE INTO segment VALUES (?, ?, ?, ?, ?, ?)').run(
        segment.device,
        segment.firstNumber,
        segment.count,
        segment.previousHash,
        segment.headHash,
        segment.signature,
      );
    },
  } satisfies Partial<Transaction>;
}

function inOrder(a: LogRow, b: LogRow): number {
  if (a.device === b.device) return a.number - b.number;
  return a.device < b.device ? -1 : 1;
}
