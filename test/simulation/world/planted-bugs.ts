import type { Audience } from '#domain/audiences.ts';
import type { Context } from '#domain/context.ts';
import { type Args, type MutationName, mutatorOf } from '#domain/mutators.ts';
import type { Body, Kind, Rows } from '#domain/rows.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import type { BranchId } from '#domain/scalars.ts';
import { coordinatorsSieve } from '#domain/told-to-coordinators.ts';
import type { FeedRow, Storage, Transaction } from '#server/storage/port.ts';

/** A server whose program has a mistake, told as what its storage then seems to do. */
export type PlantedBug = {
  readonly name: string;
  /** The rules of which one must be seen broken. */
  readonly breaks: readonly number[];
  readonly spoil: (storage: Storage) => Storage;
  /** A seed that is known to notice: the worlds before it are lived through elsewhere. */
  readonly likely?: number;
};

/** Mistakes of the rules that phones and server share; each gives what mends it again. */
export const plantedRules: readonly {
  readonly name: string;
  /** The rule that must be seen broken. */
  readonly breaks: number;
  readonly plant: () => () => void;
  readonly likely?: number;
}[] = [
  {
    name: 'a car is changed whatever its author saw',
    breaks: 8,
    likely: 7,
    plant: () =>
      instead('vehicleAmend', (rows, args) => {
        const row = rows.find('vehicle', args.id);
        return row.state === 'present' ? { ...args, was: row.body } : args;
      }),
  },
  {
    name: 'a run is changed whatever its author saw',
    breaks: 8,
    likely: 3,
    plant: () =>
      instead('runAmend', (rows, args) => {
        const row = rows.find('run', args.run);
        if (row.state !== 'present') return args;
        const { label, window, kitchen, driver, stops } = row.body;
        return { ...args, was: { label, window, kitchen, driver, stops: stopsMarkOf(stops) } };
      }),
  },
  {
    name: 'a coordinator is shown runs as organisers have them',
    breaks: 4,
    plant: () => unsifted('run'),
  },
  { name: 'a coordinator is shown members', breaks: 4, plant: () => unsifted('member') },
];

/** The coordinators' sieve lets rows of a kind through as they are. */
function unsifted(kind: Kind): () => void {
  const sieve: { [K in Kind]?: unknown } = coordinatorsSieve;
  const before = sieve[kind];
  sieve[kind] = (body: Body) => body;
  return () => {
    if (before === undefined) delete sieve[kind];
    else sieve[kind] = before;
  };
}

/** The rule decides as if somebody had said something else. */
function instead<N extends MutationName>(name: N, heard: (rows: Rows, args: Args<N>) => Args<N>): () => void {
  const mutator = mutatorOf(name);
  const { decide } = mutator;
  Object.assign(mutator, {
    decide: (rows: Rows, args: unknown, context: Context) => decide(rows, heard(rows, args as Args<N>), context),
  });
  return () => void Object.assign(mutator, { decide });
}

/** One writing transaction in so many is acknowledged and then lost. */
const LOST_ONE_IN = 13;

/** The mistakes that such servers are known to make; a simulation that misses one of them is no simulation. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'entries that were seen before are applied again',
    breaks: [2],
    spoil: (storage) =>
      within(storage, (transaction) => ({
        log: async (device, from, to) => (from === to ? transaction.log(device, from, to) : []),
      })),
  },
  { name: 'the answer is sent before the commit', breaks: [1], spoil: answeredBeforeCommit },
  {
    name: 'the page is read when the pull starts, and its cursor when it ends',
    breaks: [1, 3],
    spoil: (storage) =>
      within(storage, (transaction) => {
        const start = transaction.history();
        return {
          readFeed: async (audiences, after, limit) => {
            const { number } = await start;
            return (await transaction.readFeed(audiences, after, limit)).filter((row) => row.number <= number);
          },
        };
      }),
  },
  { name: 'whose feed it is is not asked', breaks: [4], spoil: everybodysFeed },
  { name: 'a branch reads from the feeds of another one too', breaks: [4], spoil: everyBranchsFeed },
  {
    name: 'a restored server keeps its epoch',
    breaks: [1, 3, 5, 7],
    spoil: (storage) =>
      within(storage, (transaction) => ({
        changeSetting: (name, change) =>
          transaction.changeSetting(name, (value) => (name === 'epoch' && value !== undefined ? value : change(value))),
      })),
  },
];

/** The same storage with some of its methods replaced in each transaction. */
function within(storage: Storage, replace: (transaction: Transaction) => Partial<Transaction>): Storage {
  return {
    ...storage,
    transact: (branch, work) =>
      storage.transact(branch, (transaction) => work({ ...transaction, ...replace(transaction) })),
  };
}

function answeredBeforeCommit(storage: Storage): Storage {
  let writes = 0;
  return {
    ...storage,
    transact: async (branch, work) => {
      let hasWritten = false;
      const lost: { value?: Awaited<ReturnType<typeof work>> } = {};
      try {
        return await storage.transact(branch, async (transaction) => {
          const writeLog: Transaction['writeLog'] = (rows) => {
            hasWritten ||= rows.length > 0;
            return transaction.writeLog(rows);
          };
          const value = await work({ ...transaction, writeLog });
          writes += hasWritten ? 1 : 0;
          if (!hasWritten || writes % LOST_ONE_IN !== 0) return value;
          lost.value = value;
          throw new Error('the disk was never reached');
        });
      } catch (error) {
        if ('value' in lost) return lost.value;
        throw error;
      }
    },
  };
}

function everybodysFeed(storage: Storage): Storage {
  const audiences = new Set<Audience>();
  return within(storage, (transaction) => ({
    writeFeed: (rows) => {
      for (const { audience } of rows) audiences.add(audience);
      return transaction.writeFeed(rows);
    },
    readFeed: (_audiences, after, limit) => transaction.readFeed([...audiences], after, limit),
  }));
}

function everyBranchsFeed(storage: Storage): Storage {
  const written: { readonly branch: BranchId; readonly row: FeedRow }[] = [];
  return {
    ...storage,
    transact: (branch, work) =>
      storage.transact(branch, (transaction) =>
        work({
          ...transaction,
          writeFeed: (rows) => {
            written.push(...rows.map((row) => ({ branch, row })));
            return transaction.writeFeed(rows);
          },
          readFeed: async (audiences, after, limit) => {
            const others = written.filter((one) => one.branch !== branch && one.row.number > after);
            return [...(await transaction.readFeed(audiences, after, limit)), ...others.map(({ row }) => row)];
          },
        }),
      ),
  };
}
