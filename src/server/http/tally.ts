/** What this process answered since it started. Numbers only: nobody and nothing of anybody's is in it. */
export type Tally = {
  readonly request: (route: string, status: number) => void;
  readonly batch: (entryCount: number) => void;
  readonly read: () => Counted;
};

export type Counted = {
  readonly requests: readonly { readonly route: string; readonly status: number; readonly count: number }[];
  readonly batchCount: number;
  readonly entryCount: number;
};

/** Nothing yet. Routes are those of the table, so what is kept is bounded by it. */
export function createTally(): Tally {
  const requests = new Map<string, { route: string; status: number; count: number }>();
  let batchCount = 0;
  let entries = 0;
  return {
    request: (route, status) => {
      const key = `${route} ${status}`;
      const known = requests.get(key) ?? { route, status, count: 0 };
      requests.set(key, { ...known, count: known.count + 1 });
    },
    batch: (entryCount) => {
      batchCount += 1;
      entries += entryCount;
    },
    read: () => ({ requests: [...requests.values()], batchCount, entryCount: entries }),
  };
}
