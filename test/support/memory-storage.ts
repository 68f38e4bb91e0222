import type { Audience } from '#domain/audiences.ts';
import { rowKeyText } from '#domain/rows.ts';
import { type InBranch, picturesIn, type Write } from './memory-pictures.ts';
import type { BranchId, Count, DeviceId, RowId } from '#domain/scalars.ts';
import type {
  CommitRow,
  DeviceRecord,
  FeedRow,
  GrantRow,
  History,
  KeptAside,
  LogRow,
  PeriodSum,
  PictureRow,
  SegmentRow,
  SourceSum,
  StateRow,
  Storage,
  Transaction,
} from '#server/storage/port.ts';

/**
 * The storage port over maps: what the simulation runs on, and the shortest telling of what the others must do.
 * @param tables what was stored before, as after a restart
 */
export function memoryStorage(tables: MemoryTables = emptyTables()): Storage {
  let line: Promise<unknown> = Promise.resolve();
  /** One work at a time; what outsiders ask waits too, so that they never see a work that may still fail. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const done = line.then(work);
    line = done.catch(() => undefined);
    return done;
  };
  return {
    transact: (branch, work) =>
      inLine(async () => {
        const undo: (() => void)[] = [];
        try {
          return await work(memoryTransaction(tables, branch, undo));
        } catch (cause) {
          for (const step of undo.toReversed()) step();
          throw cause;
        }
      }),
    findDevice: (device) => inLine(async () => tables.devices.get(device)),
    vitals: (heardSince) =>
      inLine(async () => {
        const heard = [...tables.devices.values()].filter(({ revokedAfter }) => revokedAfter === null);
        const silentCount = heard.filter(({ heardAt }) => heardAt < heardSince).length;
        return { bytes: tables.log.size, deviceCount: heard.length, silentCount };
      }),
    findBranchOf: (kind, id) =>
      inLine(async () => {
        const isAsked = ({ row }: InBranch<StateRow>) => row.kind === kind && row.id === id && row.body !== null;
        return [...tables.state.values()].find(isAsked)?.branch;
      }),
    branches: () =>
      inLine(async () =>
        [...tables.state.values()].filter(({ row }) => row.kind === 'branch').map(({ branch }) => branch),
      ),
    setting: (name) => inLine(async () => tables.settings.get(name)),
    close: async () => undefined,
  };
}

export type MemoryTables = ReturnType<typeof emptyTables>;

/** What a backup would hold: rows are replaced and never changed, so the maps alone are copied. */
export function copyOfTables(tables: MemoryTables): MemoryTables {
  const copies = Object.entries(tables).map(([name, table]) => [name, new Map<unknown, unknown>(table)]);
  return Object.fromEntries(copies) as MemoryTables;
}

export function emptyTables() {
  return {
    settings: new Map<string, string>(),
    history: new Map<BranchId, History>(),
    commits: new Map<string, InBranch<CommitRow>>(),
    state: new Map<string, InBranch<StateRow>>(),
    feed: new Map<string, InBranch<FeedRow>>(),
    grants: new Map<string, InBranch<GrantRow>>(),
    devices: new Map<DeviceId, DeviceRecord>(),
    log: new Map<string, LogRow>(),
    aside: new Map<string, KeptAside>(),
    segments: new Map<string, SegmentRow>(),
    sums: new Map<string, InBranch<readonly SourceSum[]>>(),
    pictures: new Map<string, InBranch<PictureRow>>(),
  };
}

export function rowsIn<R>(table: ReadonlyMap<string, InBranch<R>>, branch: BranchId): readonly R[] {
  return [...table.values()].filter((held) => held.branch === branch).map(({ row }) => row);
}

export function memoryTransaction(tables: MemoryTables, branch: BranchId, undo: (() => void)[]): Transaction {
  const write: Write = (table, key, value) => {
    const before = table.get(key);
    undo.push(() => (before === undefined ? table.delete(key) : table.set(key, before)));
    if (value === undefined) table.delete(key);
    else table.set(key, value);
  };
  return {
    ...historyOf(tables, branch, write),
    ...rowsOf(tables, branch, write),
    ...feedsOf(tables, branch, write),
    ...devicesOf(tables, branch, write),
    ...logsOf(tables, branch, write),
    ...sumsIn(tables, branch, write),
    ...picturesIn(tables.pictures, branch, write),
  };
}

function historyOf(tables: MemoryTables, branch: BranchId, write: Write) {
  return {
    history: async () =>
      tables.history.get(branch) ?? { number: 0, mark: '0000000000000', auditHash: new Uint8Array(32) },
    markOf: async (number) =>
      rowsIn(tables.commits, branch)
        .filter((commit) => commit.number >= number)
        .toSorted((a, b) => a.number - b.number)[0]?.mark,
    commit: async (row) => {
      const { number, mark, auditHash } = row;
      write(tables.history, branch, { number, mark, auditHash });
      write(tables.commits, `${branch} ${number}`, { branch, row });
    },
    setting: async (name) => tables.settings.get(name),
    changeSetting: async (name, change) => {
      const value = change(tables.settings.get(name));
      write(tables.settings, name, value);
      return value;
    },
  } satisfies Partial<Transaction>;
}

function rowsOf(tables: MemoryTables, branch: BranchId, write: Write) {
  const grantsWhere = (isAsked: (grant: GrantRow) => boolean) => rowsIn(tables.grants, branch).filter(isAsked);
  const grantText = (grant: GrantRow) =>
    `${branch} ${rowKeyText(grant)} ${grant.audience} ${grant.byKind}/${grant.byId}`;
  return {
    rows: async (keys) =>
      keys.map((key) => tables.state.get(`${branch} ${rowKeyText(key)}`)?.row).filter((row) => row !== undefined),
    rowsOfKind: async (kind) => rowsIn(tables.state, branch).filter((row) => row.kind === kind),
    rowsOfRuns: async (runs) =>
      rowsIn(tables.state, branch)
        .filter(
          ({ kind, body }) =>
            (kind === 'delivery' || kind === 'returnableCount') &&
            body !== null &&
            runs.includes((JSON.parse(body) as { readonly run: RowId }).run),
        )
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    writeRows: async (rows) => {
      for (const row of rows) write(tables.state, `${branch} ${rowKeyText(row)}`, { branch, row });
    },
    grantsBy: async (key) => grantsWhere((grant) => grant.byKind === key.kind && grant.byId === key.id),
    grantsOn: async (key) => grantsWhere((grant) => grant.kind === key.kind && grant.id === key.id),
    addGrants: async (grants) => {
      for (const grant of grants) write(tables.grants, grantText(grant), { branch, row: grant });
    },
    removeGrants: async (grants) => {
      for (const grant of grants) write(tables.grants, grantText(grant), undefined);
    },
  } satisfies Partial<Transaction>;
}

function feedsOf(tables: MemoryTables, branch: BranchId, write: Write) {
  return {
    writeFeed: async (rows) => {
      for (const row of rows) write(tables.feed, `${branch} ${row.audience} ${rowKeyText(row)}`, { branch, row });
    },
    readFeed: async (audiences: readonly Audience[], after: number, limit: number) =>
      rowsIn(tables.feed, branch)
        .filter((row) => audiences.includes(row.audience) && row.number > after)
        .toSorted((a, b) => a.number - b.number)
        .slice(0, limit),
  } satisfies Partial<Transaction>;
}

function devicesOf(tables: MemoryTables, branch: BranchId, write: Write) {
  return {
    device: async (device) => tables.devices.get(device),
    devicesOf: async (member) =>
      [...tables.devices.values()].filter((record) => record.branch === branch && record.member === member),
    writeDevice: async (record) => write(tables.devices, record.device, record),
  } satisfies Partial<Transaction>;
}

function logsOf(tables: MemoryTables, branch: BranchId, write: Write) {
  const logOf = (device: DeviceId) =>
    [...tables.log.values()].filter((row) => row.device === device).toSorted((a, b) => a.number - b.number);
  const deferredWhere = (isAsked: (row: LogRow) => boolean) =>
    [...tables.log.values()]
      .filter((row) => row.branch === branch && row.status === 'deferred' && isAsked(row))
      .toSorted((a, b) => (a.device === b.device ? a.number - b.number : a.device < b.device ? -1 : 1));
  return {
    log: async (device, from, to) => logOf(device).filter(({ number }) => number >= from && number <= to),
    logAt: async (device, numbers) => logOf(device).filter(({ number }) => numbers.includes(number)),
    logEnd: async (device, from) => {
      let end = tables.log.get(`${device} ${from}`);
      for (let next = end; next !== undefined; next = tables.log.get(`${device} ${next.number + 1}`)) end = next;
      return end === undefined ? undefined : { number: end.number, hash: end.hash };
    },
    writeLog: async (rows) => {
      for (const row of rows) write(tables.log, `${row.device} ${row.number}`, row);
    },
    deferred: async (code, limit) => deferredWhere((row) => row.code === code).slice(0, limit),
    waitingFor: async (entries, limit) =>
      deferredWhere((row) => row.waitsFor !== null && entries.includes(row.waitsFor)).slice(0, limit),
    deferredCount: async (device) => deferredWhere((row) => row.device === device).length,
    keepAside: async (rows) => {
      for (const row of rows) {
        const key = `${row.device} ${row.number} ${row.hash.join(' ')}`;
        if (!tables.aside.has(key)) write(tables.aside, key, row);
      }
    },
    forgetAside: async (device) => {
      for (const [key, row] of tables.aside) if (row.device === device) write(tables.aside, key, undefined);
    },
    addSegment: async (segment) =>
      write(tables.segments, `${segment.device} ${segment.firstNumber} ${segment.count}`, segment),
  } satisfies Partial<Transaction>;
}

function sumsIn(tables: MemoryTables, branch: BranchId, write: Write) {
  return {
    writeSums: async (sources, sums) => {
      for (const source of sources) {
        const row = sums.filter((sum) => sum.source === source);
        write(tables.sums, `${branch} ${source}`, row.length === 0 ? undefined : { branch, row });
      }
    },
    sumsOf: async ({ from, to }, step) => {
      const together = new Map<string, PeriodSum>();
      const within = rowsIn(tables.sums, branch)
        .flat()
        .filter(({ on }) => on >= from && on <= to);
      for (const { source: _source, ...sum } of within) {
        const on = step === 'whole' ? '' : step === 'month' ? sum.on.slice(0, 7) : sum.on;
        const key = JSON.stringify([on, sum.pledge, sum.item, sum.district]);
        const known = together.get(key);
        const plus = (field: 'loaded' | 'delivered' | 'leftOver' | 'onTheWay') =>
          ((known?.[field] ?? 0) + sum[field]) as Count;
        const amounts = { loaded: plus('loaded'), delivered: plus('delivered') };
        together.set(key, { ...sum, on, ...amounts, leftOver: plus('leftOver'), onTheWay: plus('onTheWay') });
      }
      return [...together.values()];
    },
  } satisfies Partial<Transaction>;
}
