import type { Audience } from '#domain/audiences.ts';
import { MAX_FIRST_PAGE_BYTES, MAX_OWN_ROWS, MAX_PAGE_BYTES, MAX_PAGE_ROWS } from '#protocol/bounds.ts';
import type { Cursor } from '#protocol/fields.ts';
import { type PageStep, rowText } from '#protocol/sync-answer.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import type { CursorMarks } from '../auth/cursor-mark.ts';
import type { FeedRow, History, Transaction } from '../storage/port.ts';
import type { SyncPorts } from './work.ts';

export type Pull = {
  readonly epoch: string;
  readonly branch: BranchId;
  readonly audiences: readonly Audience[];
  readonly device: DeviceId;
  /** Null: from the beginning. */
  readonly from: Cursor | null;
  /** Own rows whole rather than as a hash. */
  readonly isWhole: boolean;
  /** Without it, rows are shown as the feed has them. */
  readonly sieve?: Sieve;
};
/** How rows are shown to whoever pulls, without those that are not; no further chunk is read once `mostRead` rows were. */
export type Sieve = {
  readonly show: (rows: readonly FeedRow[]) => Promise<readonly FeedRow[]>;
  readonly mostRead: number;
};
/** Where a page is read from. */
export type Feeds = Pick<Transaction, 'readFeed' | 'markOf'>;
export type Page = {
  readonly page: readonly PageStep[];
  readonly cursor: Cursor;
  readonly hasMore: boolean;
  /** Rows of the feed that were read for it, shown or not. */
  readonly readCount: number;
};

/** The next page of a device's feeds (SPEC 8.8 to 8.11). It may have no rows, and more behind it, when a sieve passed over all that was read. */
export async function pullPage(
  feeds: Feeds,
  pull: Pull,
  history: History,
  ports: SyncPorts & { readonly marks: CursorMarks },
): Promise<Page> {
  const isOwn = (row: FeedRow) => row.device === pull.device && pull.from !== null && !pull.isWhole;
  const { taken, moreAfter, readCount } = await gather(feeds, pull, isOwn);
  const end =
    moreAfter === null
      ? { number: history.number, mark: history.mark }
      : { number: moreAfter, mark: (await feeds.markOf(moreAfter)) ?? history.mark };
  const cursor: Cursor = { number: end.number, mark: ports.marks.markOf({ ...pull, number: end.number }, end.mark) };
  const told = pull.from === null ? taken.filter((row) => row.body !== null) : taken;
  return { page: steps(told, isOwn, ports), cursor, hasMore: moreAfter !== null, readCount };
}

/** Rows read at once: few more than a page of deliveries holds. */
const READ_ROWS = 500;

type Gathered = {
  readonly taken: readonly FeedRow[];
  /** The number after which there is more; null when this was all. */
  readonly moreAfter: number | null;
  readonly readCount: number;
};

/**
 * As many rows as fit into a page; one at least, whatever its size. Own rows travel as a hash and weigh nothing: the
 * effect of a whole push fits into the page that answers it, so that all of it settles at once.
 */
async function gather(feeds: Feeds, pull: Pull, isOwn: (row: FeedRow) => boolean): Promise<Gathered> {
  const taken: FeedRow[] = [];
  const mostBytes = pull.from === null ? MAX_FIRST_PAGE_BYTES : MAX_PAGE_BYTES;
  let weight = { rows: 0, bytes: 0 };
  let after = pull.from?.number ?? 0;
  let readCount = 0;
  while (taken.length < MAX_OWN_ROWS && readCount < (pull.sieve?.mostRead ?? Infinity)) {
    const found = await feeds.readFeed(pull.audiences, after, READ_ROWS);
    readCount += found.length;
    for (const row of pull.sieve === undefined ? found : await pull.sieve.show(found)) {
      const next = isOwn(row) ? weight : { rows: weight.rows + 1, bytes: weight.bytes + (row.body?.length ?? 0) };
      const isFull = next.rows > MAX_PAGE_ROWS || next.bytes > mostBytes;
      const before = taken.at(-1);
      if (isFull && before !== undefined) return { taken, moreAfter: before.number, readCount };
      weight = next;
      taken.push(row);
    }
    const last = found.at(-1);
    if (last === undefined || found.length < READ_ROWS) return { taken, moreAfter: null, readCount };
    after = last.number;
  }
  return { taken, moreAfter: after, readCount };
}

function steps(rows: readonly FeedRow[], isOwn: (row: FeedRow) => boolean, ports: SyncPorts): readonly PageStep[] {
  const stretches: FeedRow[][] = [];
  for (const row of rows) {
    const last = stretches.at(-1);
    const before = last?.[0];
    if (last !== undefined && before !== undefined && isOwn(before) === isOwn(row)) last.push(row);
    else stretches.push([row]);
  }
  return stretches.map((stretch) => {
    const [first] = stretch;
    return first !== undefined && isOwn(first) ? ownStep(stretch, ports) : rowsStep(stretch);
  });
}

const utf8 = new TextEncoder();
const NO_ROWS = new Uint8Array();

function rowsStep(rows: readonly FeedRow[]): PageStep {
  const texts = rows.map((row) => `[${JSON.stringify(row.kind)},${JSON.stringify(row.id)},${row.body ?? 'null'}]`);
  return { rows: utf8.encode(`[${texts.join(',')}]`), own: null };
}

function ownStep(rows: readonly FeedRow[], ports: SyncPorts): PageStep {
  const texts = rows.map((row) => rowText(row.kind, row.id, row.body));
  const mutations = rows.map((row) => row.mutation);
  return {
    rows: NO_ROWS,
    own: {
      from: mutations.reduce((a, b) => Math.min(a, b)),
      to: mutations.reduce((a, b) => Math.max(a, b)),
      count: rows.length,
      hash: ports.sha256(utf8.encode(texts.join(''))),
    },
  };
}
