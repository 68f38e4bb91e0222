import 'fake-indexeddb/auto';

import type { PhoneDatabase } from '#store/database.ts';

import type { FaultKind } from './fault-kinds.ts';

/** What a phone's disk is about to do to one window. */
export type DiskFault = {
  readonly kind: 'phoneStorageError' | 'phoneCrashBeforeCommit' | 'phoneCrashAfterCommit';
  /** At which request from now on; for a crash after a commit, at which transaction that writes. */
  countdown: number;
};

/** What of a window a failing disk has to do with. */
export type DiskUser = {
  readonly store: { readonly database: PhoneDatabase };
  readonly disk: {
    fault: DiskFault | null;
    /** A request that writes is being made. */
    isWriting: boolean;
    readonly isFull: () => boolean;
  };
  readonly die: (kind: FaultKind) => void;
  readonly tellFault: (kind: FaultKind) => void;
};

/** The windows whose connections are watched, by the name of their database. */
const windows = new Map<string, readonly DiskUser[]>();

/** From now on the disk of this database can fail these windows. */
export function watchDisk(database: string, tabs: readonly DiskUser[]): void {
  patchOnce();
  windows.set(database, tabs);
}

/** A world has ended. */
export function unwatchDisks(): void {
  windows.clear();
}

type Given = Parameters<IDBDatabase['transaction']>;
type Request = { operation: () => unknown };
/** The inner side of fake-indexeddb: every request goes through one door. */
type InnerTransaction = IDBTransaction & { _execRequestAsync: (request: Request) => unknown };

let isPatched = false;

function patchOnce(): void {
  if (isPatched) return;
  isPatched = true;
  const transactions = IDBTransaction.prototype as InnerTransaction;
  const execute = transactions._execRequestAsync;
  transactions._execRequestAsync = function patched(this: InnerTransaction, request) {
    const failing = failureOf(this);
    return execute.call(this, failing === undefined ? request : { ...request, operation: failing });
  };
  const stores = IDBObjectStore.prototype;
  for (const name of ['put', 'add'] as const) {
    const write = stores[name];
    stores[name] = function patched(this: IDBObjectStore, ...given) {
      const tab = tabOf(this.transaction.db);
      if (tab === undefined) return write.apply(this, given);
      tab.disk.isWriting = true;
      try {
        return write.apply(this, given);
      } finally {
        tab.disk.isWriting = false;
      }
    };
  }
  const databases = IDBDatabase.prototype;
  const { transaction: begin } = databases as { transaction: (this: IDBDatabase, ...given: Given) => IDBTransaction };
  databases.transaction = function patched(this: IDBDatabase, ...given: Given) {
    const transaction = begin.apply(this, given);
    const tab = tabOf(this);
    if (tab !== undefined && transaction.mode === 'readwrite') dieAfter(tab, transaction);
    return transaction;
  };
}

/** The window whose connection this is; undefined for the world's own, and while a window is still opening. */
function tabOf(connection: IDBDatabase): DiskUser | undefined {
  return windows.get(connection.name)?.find((tab) => tab.store.database.backendDB() === connection);
}

/** How this request fails, if it does. */
function failureOf(transaction: InnerTransaction): (() => never) | undefined {
  const tab = tabOf(transaction.db);
  if (tab === undefined) return undefined;
  const { disk } = tab;
  if (disk.isWriting && disk.isFull()) return () => fail(tab, 'phoneStorageFull', 'QuotaExceededError');
  const { fault } = disk;
  if (fault === null || fault.kind === 'phoneCrashAfterCommit') return undefined;
  fault.countdown -= 1;
  if (fault.countdown > 0) return undefined;
  disk.fault = null;
  const { kind } = fault;
  if (kind === 'phoneStorageError') return () => fail(tab, kind, 'UnknownError');
  return () => {
    tab.die(kind);
    throw new DOMException('the window is gone', 'AbortError');
  };
}

function fail(tab: DiskUser, kind: 'phoneStorageFull' | 'phoneStorageError', name: string): never {
  tab.tellFault(kind);
  throw new DOMException('the disk says no', name);
}

/** The commit is on the disk, and the window dies before it hears of it. */
function dieAfter(tab: DiskUser, transaction: IDBTransaction): void {
  const { fault } = tab.disk;
  if (fault?.kind !== 'phoneCrashAfterCommit') return;
  transaction.addEventListener('complete', () => {
    fault.countdown -= 1;
    if (fault.countdown > 0 || tab.disk.fault !== fault) return;
    tab.disk.fault = null;
    transaction.oncomplete = null;
    tab.die(fault.kind);
  });
}
