import { rowKeyText } from '#domain/rows.ts';
import type { BranchId } from '#domain/scalars.ts';
import type { Storage, Transaction } from '#server/storage/port.ts';

import { auditCommit } from './audit.ts';
import { type Commit, entryText, type Ledger, ledgerOf, type Ledgers } from './ledger.ts';

/** A storage with a witness beside it, who looks at each commit when it is durable, and at nothing before. */
export function witnessed(storage: Storage, ledgers: () => Ledgers): Storage {
  return {
    ...storage,
    transact: async (branch, work) => {
      let commit = noCommit();
      const value = await storage.transact(branch, (transaction) => {
        commit = noCommit();
        return work(spy(transaction, commit));
      });
      settle(ledgerOf(ledgers(), branch), branch, commit);
      return value;
    },
  };
}

function noCommit(): Commit {
  return { rows: [], log: [], aside: [], feed: [], devices: [], authors: new Map(), row: null };
}

function spy(transaction: Transaction, commit: Commit): Transaction {
  return {
    ...transaction,
    writeRows: (rows) => {
      commit.rows.push(...rows);
      return transaction.writeRows(rows);
    },
    writeFeed: (rows) => {
      commit.feed.push(...rows);
      return transaction.writeFeed(rows);
    },
    writeLog: async (rows) => {
      commit.log.push(...rows);
      for (const device of new Set(rows.map((row) => row.device))) {
        const author = await transaction.device(device);
        if (author !== undefined) commit.authors.set(device, author);
      }
      return transaction.writeLog(rows);
    },
    keepAside: (rows) => {
      commit.aside.push(...rows);
      return transaction.keepAside(rows);
    },
    writeDevice: (record) => {
      commit.devices.push(record);
      return transaction.writeDevice(record);
    },
    commit: (row) => {
      commit.row = row;
      return transaction.commit(row);
    },
  };
}

function settle(ledger: Ledger, branch: BranchId, commit: Commit): void {
  const { ever } = ledger;
  for (const row of commit.feed) if (row.body !== null) ever.told.add(`${row.audience} ${rowKeyText(row)}`);
  for (const row of [...commit.log, ...commit.aside]) ever.durable.add(entryText(row.device, row.number, row.entry));
  for (const row of commit.aside) ever.aside.add(entryText(row.device, row.number, row.entry));
  auditCommit(ledger, branch, commit);
  for (const record of commit.devices) ledger.devices.set(record.device, record);
}
