import type { Kind } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { supplySums } from '#domain/views/supply-sums.ts';
import { present } from '../sponsor/sponsor-rows.ts';
import type { FeedRow, Storage, Transaction } from '../storage/port.ts';

/** Rows followed in one transaction, so that no phone waits long behind it. */
const ROWS_AT_ONCE = 1_000;
/** Raised when the sums of a source are found out otherwise than before: then all are made anew. */
const SUMS_VERSION = 1;

/**
 * How far the kept sums follow the branch: to the row of this number. `began` is where the branch stood when they were
 * begun; a place that is older had its district already when the first sum was made.
 */
type Standing = { readonly version: number; readonly number: number; readonly began: number };

/**
 * Brings the kept sums of a branch up to its last commit, by reading what changed since as an organiser's phone would: the
 * taps of drivers pay nothing for reports. Only the sources that changed are summed anew. Gives how many those were.
 */
export async function catchUpSums(storage: Storage, branch: BranchId): Promise<number> {
  let total = 0;
  for (;;) {
    const { sources, isDone } = await storage.transact(branch, (transaction) => follow(transaction, branch));
    total += sources;
    if (isDone) return total;
  }
}

async function follow(
  transaction: Transaction,
  branch: BranchId,
): Promise<{ readonly sources: number; readonly isDone: boolean }> {
  const name = `sums ${branch}`;
  const standing = readStanding(await transaction.setting(name)) ?? {
    version: SUMS_VERSION,
    number: 0,
    began: (await transaction.history()).number,
  };
  const rows = await transaction.readFeed([`organisers:${branch}`], standing.number, ROWS_AT_ONCE);
  const last = rows.at(-1);
  if (last === undefined) return { sources: 0, isDone: true };
  const sources = await sourcesOf(transaction, rows, standing.began);
  await sumAnew(transaction, sources);
  const next: Standing = { ...standing, number: last.number };
  await transaction.changeSetting(name, () => JSON.stringify(next));
  return { sources: sources.runs.length + sources.alone.length, isDone: rows.length < ROWS_AT_ONCE };
}

function readStanding(text: string | undefined): Standing | undefined {
  const standing = text === undefined ? undefined : (JSON.parse(text) as Standing);
  return standing?.version === SUMS_VERSION ? standing : undefined;
}

/** Runs, and deliveries outside any run. */
type Sources = { readonly runs: readonly RowId[]; readonly alone: readonly RowId[] };

async function sourcesOf(transaction: Transaction, rows: readonly FeedRow[], began: number): Promise<Sources> {
  const runs = new Set<RowId>();
  const alone = new Set<RowId>();
  const addDeliveries = (found: readonly Pick<FeedRow, 'id' | 'body'>[]): void => {
    for (const { id, body } of present<'delivery'>(found)) {
      if (body.run === null) alone.add(id);
      else runs.add(body.run);
    }
  };
  const of = (kind: Kind) => rows.filter((row) => row.kind === kind);
  // The id of a load is its run's. A correction changes its delivery's row too, so it need not be looked at.
  for (const { id } of [...of('run'), ...of('load')]) runs.add(id);
  addDeliveries(of('delivery'));
  const moved = new Set(of('checkpoint').flatMap(({ id, number }) => (number > began ? [id] : [])));
  if (moved.size > 0) {
    const all = await transaction.rowsOfKind('delivery');
    addDeliveries(all.filter(({ body }) => [...moved].some((id) => body?.includes(`"checkpoint":"${id}"`) === true)));
  }
  return { runs: [...runs], alone: [...alone] };
}

async function sumAnew(transaction: Transaction, { runs, alone }: Sources): Promise<void> {
  const read = async <K extends Kind>(kind: K, ids: readonly RowId[]) =>
    present<K>(await transaction.rows([...new Set(ids)].map((id) => ({ kind, id }))));
  const records = await transaction.rowsOfRuns(runs);
  const deliveries = [
    ...present<'delivery'>(records.filter(({ kind }) => kind === 'delivery')),
    ...(await read('delivery', alone)),
  ];
  const corrections = await read(
    'correction',
    deliveries.flatMap(({ body }) => body.corrections),
  );
  const places = await read(
    'checkpoint',
    deliveries.map(({ body }) => body.checkpoint),
  );
  const sums = supplySums({
    loads: await read('load', runs),
    runsById: new Map((await read('run', runs)).map(({ id, body }) => [id, body])),
    deliveries,
    correctionsById: new Map(corrections.map(({ id, body }) => [id, body])),
    checkpointsById: new Map(places.map(({ id, body }) => [id, body])),
  });
  await transaction.writeSums(
    [...runs, ...alone],
    [...sums].flatMap(([source, ofSource]) => ofSource.map((sum) => ({ ...sum, source }))),
  );
}
