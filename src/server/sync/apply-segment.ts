import { isSameBytes } from '#lib/bytes.ts';
import { bytesToEntry, type Entry } from '#protocol/entry.ts';
import { chainHash } from '#protocol/chain.ts';
import type { Segment } from '#protocol/segment.ts';
import type { Outcome } from '#protocol/sync-answer.ts';
import type { DeviceRecord, KeptAside, LogRow } from '../storage/port.ts';
import { applyEntry, type Author, type Verdict } from './apply-entry.ts';
import { logOutcome } from './outcomes.ts';
import type { SyncPorts, Work } from './work.ts';

/** Where a device's log stands after a segment, and what became of its entries, one by one. */
export type Applied = {
  readonly storedThrough: number;
  readonly headHash: Uint8Array;
  readonly outcomes: readonly Outcome[];
  /** Entries that were new here. */
  readonly newCount: number;
};

type LogEnd = { storedThrough: number; headHash: Uint8Array };

/**
 * Takes a genuine segment into the log (SPEC 8.2 to 8.6): new entries are applied in their order, seen ones answer what
 * they answered, and a branching log keeps its first body. The caller checked the signature.
 */
export async function applySegment(
  work: Work,
  segment: Segment,
  device: Pick<DeviceRecord, 'storedThrough' | 'headHash' | 'revokedAfter'>,
  author: Author,
  ports: SyncPorts,
): Promise<Applied> {
  const last = segment.firstNumber + segment.entries.length - 1;
  const seen = await work.transaction.log(author.device, segment.firstNumber - 1, last);
  const seenByNumber = new Map(seen.map((row) => [row.number, row]));
  const end: LogEnd = { storedThrough: device.storedThrough, headHash: device.headHash };
  const aside: KeptAside[] = [];
  const outcomes: Outcome[] = [];
  const before = seenByNumber.get(segment.firstNumber - 1);
  let isFork = before !== undefined && !isSameBytes(before.hash, segment.previousHash);
  let hash: Uint8Array = segment.previousHash;
  let newCount = 0;

  for (const [index, bytes] of segment.entries.entries()) {
    const number = segment.firstNumber + index;
    hash = chainHash(ports.sha256, hash, bytes);
    const known = seenByNumber.get(number);
    isFork ||= known !== undefined && !isSameBytes(known.hash, hash);
    const isLate = device.revokedAfter !== null && number > device.revokedAfter && known === undefined;
    if (isFork || isLate) {
      const reason = isFork ? 'fork' : 'revoked';
      aside.push({ device: author.device, number, hash, entry: bytes, reason, receivedAt: work.now });
      outcomes.push({ from: number, to: number, status: 'quarantined', version: null, code: reason });
      continue;
    }
    const row = known ?? (await take(work, { number, bytes, hash }, author));
    if (known === undefined) newCount += 1;
    outcomes.push(logOutcome(row));
    if (number === end.storedThrough + 1) Object.assign(end, { storedThrough: number, headHash: hash });
  }
  if (aside.length > 0) await work.transaction.keepAside(aside);
  if (newCount > 0)
    await work.transaction.addSegment({ ...segment, device: author.device, count: segment.entries.length });
  return { ...(await bridged(work, author, end, last)), outcomes, newCount };
}

type Arrived = { readonly number: number; readonly bytes: Uint8Array; readonly hash: Uint8Array };

async function take(work: Work, arrived: Arrived, author: Author): Promise<LogRow> {
  const entry = bytesToEntry(arrived.bytes);
  const isReadable = entry.ok && entry.value.number === arrived.number;
  const verdict: Verdict = isReadable
    ? await applySafely(work, entry.value, author)
    : { status: 'rejected', code: 'malformed' };
  const row: LogRow = {
    device: author.device,
    number: arrived.number,
    branch: work.branch,
    hash: arrived.hash,
    entry: arrived.bytes,
    ...verdict,
    version: work.number,
    receivedAt: work.now,
  };
  work.log.push(row);
  return row;
}

/** A bug in one mutator must not block the 199 others: the entry is kept, and tried again by a mended program. */
async function applySafely(work: Work, entry: Entry, author: Author): Promise<Verdict> {
  try {
    return await applyEntry(work, entry, author);
  } catch (cause) {
    console.error(JSON.stringify({ event: 'faulty mutation', mutation: entry.name, cause: String(cause) }));
    return { status: 'deferred', code: 'faulty' };
  }
}

/** When a segment fills a gap, what lay beyond the gap belongs to the log's whole part from now on. */
async function bridged(work: Work, author: Author, end: LogEnd, last: number): Promise<LogEnd> {
  if (end.storedThrough !== last) return end;
  const beyond = await work.transaction.log(author.device, last + 1, last + 1);
  if (beyond.length === 0) return end;
  const rest = await work.transaction.log(author.device, last + 1, Number.MAX_SAFE_INTEGER);
  return rest.reduce(
    (reached, row) =>
      row.number === reached.storedThrough + 1 ? { storedThrough: row.number, headHash: row.hash } : reached,
    end,
  );
}
