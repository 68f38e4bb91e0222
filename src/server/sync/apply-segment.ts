import { isSameBytes } from '#lib/bytes.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { chainHash } from '#protocol/chain.ts';
import type { Segment } from '#protocol/segment.ts';
import type { Outcome } from '#protocol/sync-answer.ts';
import type { DeviceRecord, KeptAside, LogRow } from '../storage/port.ts';
import { applySafely, type Author, type Verdict } from './apply-entry.ts';
import { bridged, type LogEnd } from './log-end.ts';
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
  const seen = await work.transaction.log(author.device, segment.firstNumber - 1, last + 1);
  const seenByNumber = new Map(seen.map((row) => [row.number, row]));
  let end: LogEnd = { storedThrough: device.storedThrough, headHash: device.headHash };
  const aside: KeptAside[] = [];
  const outcomes: Outcome[] = [];
  const before = seenByNumber.get(segment.firstNumber - 1);
  const meetsOther = endsInOtherHistory(segment, seenByNumber.get(last + 1), ports);
  let isFork = before !== undefined && !isSameBytes(before.hash, segment.previousHash);
  let hash: Uint8Array = segment.previousHash;
  let newCount = 0;

  for (const [index, bytes] of segment.entries.entries()) {
    const number = segment.firstNumber + index;
    hash = chainHash(ports.sha256, hash, bytes);
    const known = seenByNumber.get(number);
    isFork ||= known === undefined ? meetsOther : !isSameBytes(known.hash, hash);
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
    if (number === end.storedThrough + 1) end = { storedThrough: number, headHash: hash };
  }
  if (aside.length > 0) await work.transaction.keepAside(aside);
  if (newCount > 0)
    await work.transaction.addSegment({ ...segment, device: author.device, count: segment.entries.length });
  return { ...(await bridged(work.transaction, author.device, end, last)), outcomes, newCount };
}

/** True when the entry after the segment is here already and does not follow from it. */
function endsInOtherHistory(segment: Segment, next: LogRow | undefined, ports: SyncPorts): boolean {
  return next !== undefined && !isSameBytes(chainHash(ports.sha256, segment.headHash, next.entry), next.hash);
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
