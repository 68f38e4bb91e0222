import { isSameBytes } from '#lib/bytes.ts';
import type { Sha256, Verify } from '#lib/ports.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { CHAIN_START, chainHash } from '#protocol/chain.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { isGenuineSegment } from '#protocol/segment.ts';
import type { LogRow, SegmentRow, Survey } from '../storage/port.ts';
import { isErased } from '../sync/erased.ts';
import type { Findings } from './findings.ts';

export type LogPorts = { readonly organisation: string; readonly sha256: Sha256; readonly verify: Verify };

const PAGE = 2_000;

/** The whole log of a device, by number. */
export async function readLog(survey: Survey, device: DeviceId, last: number): Promise<ReadonlyMap<number, LogRow>> {
  const log = new Map<number, LogRow>();
  for (let from = 0; from <= last; from += PAGE) {
    for (const row of await survey.log(device, from, from + PAGE - 1)) log.set(row.number, row);
  }
  return log;
}

/**
 * Recomputes a device's hash chain over its entries, checks the signatures over it that are here whole, and that the device
 * is known to stand where its log ends. Gives the number of signatures that were checked.
 */
export async function verifyLog(
  survey: Survey,
  device: DeviceId,
  log: ReadonlyMap<number, LogRow>,
  ports: LogPorts,
  findings: Findings,
): Promise<number> {
  const segments = await survey.segments(device);
  const startBy = new Map(segments.map((segment) => [segment.firstNumber, segment.previousHash]));
  for (const [number, row] of log) {
    if (isErased(row)) continue;
    const entry = bytesToEntry(row.entry);
    const before = log.get(number - 1)?.hash ?? (number === 1 ? CHAIN_START : startBy.get(number));
    // Behind what was erased nothing is left to follow from.
    const isLinked =
      before?.length === 0 ||
      (before !== undefined && isSameBytes(chainHash(ports.sha256, before, row.entry), row.hash));
    const isNumbered = !entry.ok || entry.value.number === number || row.code === 'malformed';
    if (!isLinked || !isNumbered) findings.add('logBroken', `${device} ${number}`);
  }
  const record = await survey.device(device);
  if (record === undefined) return 0;
  const end = log.get(record.storedThrough);
  const isEnd = record.storedThrough === 0 || (end !== undefined && isSameBytes(end.hash, record.headHash));
  if (!isEnd || log.has(record.storedThrough + 1)) findings.add('deviceElsewhere', device);
  let checked = 0;
  for (const segment of segments) {
    const entries = entriesOf(log, segment);
    // Part of it may have been kept aside (a fork, a revoked phone): then its end does not follow from the log.
    if (entries === undefined) continue;
    const whole = { ...segment, entries: [...entries] };
    const name = { organisation: ports.organisation, device };
    checked += 1;
    if (!(await isGenuineSegment(name, whole, record.signKey, ports)))
      findings.add('forged', `${device} ${segment.firstNumber}`);
  }
  return checked;
}

function entriesOf(
  log: ReadonlyMap<number, LogRow>,
  { firstNumber, count, headHash }: SegmentRow,
): readonly Uint8Array[] | undefined {
  const rows = Array.from({ length: count }, (_none, index) => log.get(firstNumber + index));
  const last = rows.at(-1);
  if (rows.some((row) => row === undefined || isErased(row)) || last === undefined || !isSameBytes(last.hash, headHash))
    return undefined;
  return rows.map((row) => row?.entry ?? new Uint8Array());
}
