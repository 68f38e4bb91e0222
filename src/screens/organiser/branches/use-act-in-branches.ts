import { useState } from 'react';
import type { BranchesAct } from '#domain/branches-act.ts';
import { browserClock, browserTimer } from '#store/browser-time.ts';
import { storageFailureOf } from '#store/storage-failure.ts';
import { readBranches } from '#sync/read-branches.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { useClient } from '../../common/client.tsx';

const ports = {
  network: { fetch: (path: string, init: RequestInit) => fetch(path, init), timer: browserTimer },
  clock: browserClock,
  random: webRandom,
};

/**
 *   ready --act--> sending --done------------> ready
 *                     |-----the branch says no--> refused
 *                     `-----no answer----------> unreachable: the same can be asked for again
 */
export type ActStanding = 'ready' | 'sending' | 'refused' | 'unreachable';

export type ActingInBranches = {
  readonly standing: ActStanding;
  /** True once it was done. */
  readonly act: (act: BranchesAct) => Promise<boolean>;
};

/** Undefined where this phone's memory did not answer: whether it was done is not known then, and it can be asked again. */
async function unlessStorage<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (storageFailureOf(error) === 'bug') throw error;
    return undefined;
  }
}

/** Has something done in other branches. That needs the server: nothing of it is kept for later. */
export function useActInBranches(): ActingInBranches {
  const { store, sync } = useClient();
  const [standing, setStanding] = useState<ActStanding>('ready');
  return {
    standing,
    act: async (act) => {
      setStanding('sending');
      const read = await unlessStorage(readBranches(store, ports, act));
      const isDone = read?.type === 'done' && read.refused === null;
      setStanding(isDone ? 'ready' : read?.type === 'done' ? 'refused' : 'unreachable');
      if (isDone) sync.syncNow();
      return isDone;
    },
  };
}
