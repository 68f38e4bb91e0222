import { isSameBytes } from '#lib/bytes.ts';
import { rowKeyText, type RowKey } from '#domain/rows.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { chainHash } from '#protocol/chain.ts';
import type { Segment } from '#protocol/segment.ts';
import type { Outcome } from '#protocol/sync-answer.ts';
import type { DeviceRecord, KeptAside, LogRow } from '../storage/port.ts';
import { applyEntry, type Author, firstReads, readEntry, type Verdict } from './apply-entry.ts';
import { tellAside } from './aside.ts';
import { erasedThrough } from './erase.ts';
import { ERASED, erasedEntry, erasedOutcome, isErased } from './erased.ts';
import { bridged, type LogEnd } from './log-end.ts';
import { namesErased } from './names-erased.ts';
import { logOutcome } from './outcomes.ts';
import { hold, type SyncPorts, type Work } from './work.ts';

/** Far more than an organiser's day without a network; what a phone sends to make the server look again and again ends here. */
export const MAX_DEFERRED = 2_000;
const MALFORMED: Verdict = { status: 'rejected', code: 'malformed', waitsFor: null };

/** A genuine segment, and the chain's hash at each of its entries. */
export type Proven = { readonly segment: Segment; readonly hashes: readonly Uint8Array[] };

/** Where a device's log stands after a segment, and what became of its entries, one by one. */
export type Applied = {
  readonly storedThrough: number;
  readonly headHash: Uint8Array;
  readonly outcomes: readonly Outcome[];
  /** Entries that were new here. */
  readonly newCount: number;
};

/**
 * Takes a genuine segment into the log (SPEC 8.2 to 8.6): new entries are applied in their order, seen ones answer what
 * they answered, and a branching log keeps its first body. The caller checked the signature.
 */
export async function applySegment(
  work: Work,
  { segment, hashes }: Proven,
  device: Pick<DeviceRecord, 'storedThrough' | 'headHash' | 'revokedAfter'>,
  author: Author,
  ports: SyncPorts,
): Promise<Applied> {
  const last = segment.firstNumber + segment.entries.length - 1;
  const seen = await work.transaction.log(author.device, segment.firstNumber - 1, last + 1);
  const seenByNumber = new Map(seen.map((row) => [row.number, row]));
  let end: LogEnd = { storedThrough: device.storedThrough, headHash: device.headHash };
  const aside: KeptAside[] = [];
  const outcomes: Outcome[] = [];
  const before = seenByNumber.get(segment.firstNumber - 1);
  const isOther = partsOfOtherHistory({ segment, hashes }, seenByNumber, ports);
  let isFork = before !== undefined && before.hash.length > 0 && !isSameBytes(before.hash, segment.previousHash);
  let newCount = 0;
  // Only who was erased is asked for, and whoever was erased is revoked.
  const erased = device.revokedAfter === null ? 0 : await erasedThrough(work.transaction, author.device);

  const arrived = await readAhead(work, segment, seenByNumber, author);
  for (const [index, bytes] of segment.entries.entries()) {
    const number = segment.firstNumber + index;
    const hash = hashes[index] ?? segment.previousHash;
    const known = seenByNumber.get(number);
    if (number <= erased) {
      outcomes.push(erasedOutcome(number));
      continue;
    }
    isFork ||= isOther[index] === true;
    const isLate = device.revokedAfter !== null && number > device.revokedAfter && known === undefined;
    if ((isFork || isLate) && (await namesErased(work.transaction, readBytes(bytes, number, author)))) {
      outcomes.push(erasedOutcome(number));
      continue;
    }
    if (isFork || isLate) {
      const reason = isFork ? 'fork' : 'revoked';
      aside.push({ device: author.device, number, hash, entry: bytes, reason, receivedAt: work.now });
      outcomes.push({ from: number, to: number, status: 'quarantined', version: null, code: reason });
      continue;
    }
    const row = known ?? (await take(work, { device: author.device, number, bytes, hash }, arrived.get(number)));
    if (known === undefined) newCount += 1;
    outcomes.push(logOutcome(row));
    if (number === end.storedThrough + 1) end = { storedThrough: number, headHash: hash };
  }
  if (aside.length > 0) {
    await work.transaction.keepAside(aside);
    await tellAside(work, aside);
  }
  if (newCount > 0)
    await work.transaction.addSegment({ ...segment, device: author.device, count: segment.entries.length });
  return { ...(await bridged(work.transaction, author.device, end, last)), outcomes, newCount };
}

/**
 * Which of a segment's entries belong to another history than what is here: those that differ from what has their number, and
 * those that are new but lead up to an entry that does not follow from them. Otherwise what fills a gap from one copy of a
 * phone would stand in one log with what another copy had sent from beyond it.
 */
function partsOfOtherHistory(
  { segment, hashes }: Proven,
  seen: ReadonlyMap<number, LogRow>,
  ports: SyncPorts,
): readonly boolean[] {
  const next = seen.get(segment.firstNumber + hashes.length);
  let isOther =
    next !== undefined &&
    !isErased(next) &&
    !isSameBytes(chainHash(ports.sha256, segment.headHash, next.entry), next.hash);
  const parts = hashes.toReversed().map((hash, back) => {
    const known = seen.get(segment.firstNumber + hashes.length - 1 - back);
    if (known !== undefined) isOther = known.hash.length > 0 && !isSameBytes(known.hash, hash);
    return isOther;
  });
  return parts.toReversed();
}

/** Reads what is new, and loads at once the rows that it asks for first: one question for a segment, not one for each entry. */
async function readAhead(
  work: Work,
  segment: Segment,
  seen: ReadonlyMap<number, LogRow>,
  author: Author,
): Promise<ReadonlyMap<number, ReturnType<typeof readEntry>>> {
  const read = new Map<number, ReturnType<typeof readEntry>>();
  const keys = new Map<string, RowKey>();
  for (const [index, bytes] of segment.entries.entries()) {
    const number = segment.firstNumber + index;
    if (seen.has(number)) continue;
    const result = readBytes(bytes, number, author);
    read.set(number, result);
    if (result.ok) for (const key of firstReads(result.value)) keys.set(rowKeyText(key), key);
  }
  await hold(work, [...keys.values()]);
  return read;
}

function readBytes(bytes: Uint8Array, number: number, author: Author): ReturnType<typeof readEntry> {
  const entry = bytesToEntry(bytes);
  return entry.ok && entry.value.number === number ? readEntry(entry.value, author) : { ok: false, error: MALFORMED };
}

type Arrived = {
  readonly device: DeviceId;
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly hash: Uint8Array;
};

/** Takes a new entry into the log with what becomes of it; one that is no entry is kept and refused. */
async function take(
  work: Work,
  arrived: Arrived,
  read: ReturnType<typeof readEntry> = { ok: false, error: MALFORMED },
): Promise<LogRow> {
  const isOfErased = await namesErased(work.transaction, read);
  const verdict = isOfErased
    ? ERASED
    : read.ok
      ? await withinBound(work, arrived, await applyEntry(work, read.value))
      : read.error;
  const row: LogRow = {
    device: arrived.device,
    number: arrived.number,
    branch: work.branch,
    hash: arrived.hash,
    entry: arrived.bytes,
    ...verdict,
    version: work.number,
    receivedAt: work.now,
  };
  const kept = isOfErased ? erasedEntry(row, { keepsHash: true }) : row;
  work.log.push(kept);
  return kept;
}

/** A queue has a bound: whoever has so many plans waiting for entries that never came is refused the next one (SPEC 8.5). */
async function withinBound(work: Work, { device }: Arrived, verdict: Verdict): Promise<Verdict> {
  if (verdict.code !== 'waitsForEntry') return verdict;
  const inWork = work.log.filter((row) => row.device === device && row.status === 'deferred').length;
  const waiting = inWork + (await work.transaction.deferredCount(device));
  return waiting < MAX_DEFERRED ? verdict : { status: 'rejected', code: 'notFound', waitsFor: null };
}
