import type { Storage, Transaction } from '#server/storage/port.ts';

import type { Story } from './story.ts';

/** What the server's machine is about to do to it. */
export type ServerFault = {
  readonly kind: 'serverCrashBeforeCommit' | 'serverCrashAfterCommit' | 'serverStorageError';
  /** At which transaction from now on; for an error of the storage, at which call of a transaction. */
  countdown: number;
};

export type Machine = {
  fault: ServerFault | null;
  /** It died over what it was doing; whoever starts it again says otherwise. */
  hasCrashed: boolean;
  /** Its disk failed over what it was doing. */
  hasFailed: boolean;
};

/** A storage on a machine that can die or fail in the middle of it. */
export function fallible(storage: Storage, machine: Machine, story: Story): Storage {
  const happen = ({ kind }: ServerFault, to: 'hasCrashed' | 'hasFailed'): Error => {
    machine.fault = null;
    machine[to] = true;
    story.count(kind);
    story.tell('server', kind);
    return new Error(kind);
  };
  return {
    ...storage,
    transact: async (branch, work) => {
      const { fault } = machine;
      if (fault === null) return storage.transact(branch, work);
      if (fault.kind === 'serverStorageError') {
        return storage.transact(branch, (transaction) => work(failing(transaction, fault, happen)));
      }
      fault.countdown -= 1;
      if (fault.countdown > 0) return storage.transact(branch, work);
      if (fault.kind === 'serverCrashAfterCommit') {
        await storage.transact(branch, work);
        throw happen(fault, 'hasCrashed');
      }
      return storage.transact(branch, async (transaction) => {
        await work(transaction);
        throw happen(fault, 'hasCrashed');
      });
    },
  };
}

function failing(
  transaction: Transaction,
  fault: ServerFault,
  happen: (fault: ServerFault, to: 'hasFailed') => Error,
): Transaction {
  return new Proxy(transaction, {
    get: (given, name) => {
      const method: unknown = Reflect.get(given, name);
      if (typeof method !== 'function') return method;
      return (...args: readonly unknown[]): unknown => {
        fault.countdown -= 1;
        if (fault.countdown === 0) throw happen(fault, 'hasFailed');
        return Reflect.apply(method, given, args) as unknown;
      };
    },
  });
}
