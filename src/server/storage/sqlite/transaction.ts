import type { BranchId } from '#domain/scalars.ts';
import type { CommitRow, History, Transaction } from '../port.ts';
import { foundToDevice, foundToFeed, foundToGrant, foundToState, type statements } from './rows.ts';
import { logsOf } from './log.ts';
import { picturesIn } from './pictures.ts';
import { sumsIn } from './sums.ts';

const NO_HISTORY: History = { number: 0, mark: '0000000000000', auditHash: new Uint8Array(32) };

/** The view of one branch within a transaction that somebody else has begun and will end. */
export function sqliteTransaction(sql: ReturnType<typeof statements>, branch: BranchId): Transaction {
  return {
    ...historyOf(sql, branch),
    ...rowsOf(sql, branch),
    ...feedsOf(sql, branch),
    ...devicesOf(sql, branch),
    ...logsOf(sql, branch),
    ...sumsIn(sql, branch),
    ...picturesIn(sql, branch),
  };
}

type Sql = ReturnType<typeof statements>;

function historyOf(sql: Sql, branch: BranchId) {
  return {
    history: async () => {
      const row = sql('SELECT number, mark, audit_hash FROM history WHERE branch = ?').get(branch);
      if (row === undefined) return NO_HISTORY;
      return { number: row['number'], mark: row['mark'], auditHash: row['audit_hash'] } as History;
    },
    markOf: async (number: number) => {
      const row = sql('SELECT mark FROM branch_commit WHERE branch = ? AND number >= ? ORDER BY number LIMIT 1').get(
        branch,
        number,
      );
      return row === undefined ? undefined : String(row['mark']);
    },
    commit: async ({ number, mark, at, auditHash, entries, rowsHash }: CommitRow) => {
      sql('INSERT OR REPLACE INTO history VALUES (?, ?, ?, ?)').run(branch, number, mark, auditHash);
      sql('INSERT INTO branch_commit VALUES (?, ?, ?, ?, ?, ?, ?)').run(
        branch,
        number,
        mark,
        at,
        auditHash,
        entries,
        rowsHash,
      );
    },
    setting: async (name: string) => readSetting(sql, name),
    changeSetting: async (name, change) => {
      const value = change(readSetting(sql, name));
      sql('INSERT OR REPLACE INTO setting VALUES (?, ?)').run(name, value);
      return value;
    },
  } satisfies Partial<Transaction>;
}

/** A server-wide setting. */
export function readSetting(sql: Sql, name: string): string | undefined {
  const row = sql('SELECT value FROM setting WHERE name = ?').get(name);
  return row === undefined ? undefined : String(row['value']);
}

function rowsOf(sql: Sql, branch: BranchId) {
  return {
    rows: async (keys) => {
      const find = sql('SELECT kind, id, version, body FROM state WHERE branch = ? AND kind = ? AND id = ?');
      return keys
        .map((key) => find.get(branch, key.kind, key.id))
        .filter((row) => row !== undefined)
        .map(foundToState);
    },
    rowsOfKind: async (kind) =>
      sql('SELECT kind, id, version, body FROM state WHERE branch = ? AND kind = ?')
        .all(branch, kind)
        .map(foundToState),
    // Left to itself SQLite reads every delivery of the branch to find those of some runs.
    rowsOfRuns: async (runs) =>
      sql(`SELECT kind, id, version, body FROM state INDEXED BY state_of_run WHERE branch = ? AND kind IN ('delivery', 'returnableCount')
        AND json_extract(body, '$.run') IN (SELECT value FROM json_each(?)) ORDER BY id`)
        .all(branch, JSON.stringify(runs))
        .map(foundToState),
    writeRows: async (rows) => {
      const write = sql('INSERT OR REPLACE INTO state VALUES (?, ?, ?, ?, ?)');
      for (const row of rows) write.run(branch, row.kind, row.id, row.version, row.body);
    },
    grantsBy: async (key) =>
      sql('SELECT * FROM granted WHERE branch = ? AND by_kind = ? AND by_id = ?')
        .all(branch, key.kind, key.id)
        .map(foundToGrant),
    grantsOn: async (key) =>
      sql('SELECT * FROM granted WHERE branch = ? AND kind = ? AND id = ?')
        .all(branch, key.kind, key.id)
        .map(foundToGrant),
    addGrants: async (grants) => {
      const add = sql('INSERT OR IGNORE INTO granted VALUES (?, ?, ?, ?, ?, ?)');
      for (const grant of grants) add.run(branch, grant.kind, grant.id, grant.audience, grant.byKind, grant.byId);
    },
    removeGrants: async (grants) => {
      const remove = sql(
        'DELETE FROM granted WHERE branch = ? AND kind = ? AND id = ? AND audience = ? AND by_kind = ? AND by_id = ?',
      );
      for (const grant of grants) remove.run(branch, grant.kind, grant.id, grant.audience, grant.byKind, grant.byId);
    },
  } satisfies Partial<Transaction>;
}

function feedsOf(sql: Sql, branch: BranchId) {
  return {
    writeFeed: async (rows) => {
      const write = sql('INSERT OR REPLACE INTO feed VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
      for (const row of rows) {
        write.run(branch, row.audience, row.kind, row.id, row.number, row.body, row.device, row.mutation);
      }
    },
    readFeed: async (audiences, after, limit) => {
      const read = sql('SELECT * FROM feed WHERE branch = ? AND audience = ? AND number > ? ORDER BY number LIMIT ?');
      const found = audiences.flatMap((audience) => read.all(branch, audience, after, limit).map(foundToFeed));
      if (audiences.length > 1) found.sort((a, b) => a.number - b.number);
      return found.slice(0, limit);
    },
  } satisfies Partial<Transaction>;
}

function devicesOf(sql: Sql, branch: BranchId) {
  return {
    device: async (device) => {
      const row = sql('SELECT * FROM device WHERE device = ?').get(device);
      return row === undefined ? undefined : foundToDevice(row);
    },
    devicesOf: async (member) =>
      sql('SELECT * FROM device WHERE branch = ? AND member = ?').all(branch, member).map(foundToDevice),
    writeDevice: async (record) => {
      sql('INSERT OR REPLACE INTO device VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
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
      );
    },
  } satisfies Partial<Transaction>;
}
