import type { DeviceId } from '#domain/scalars.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { decidedBy, tellDeferred, untell } from './aside.ts';
import { applyEntry, readEntry } from './apply-entry.ts';
import type { LogRow, Storage } from '../storage/port.ts';
import { beginWork, finishWork, type SyncPorts, type Work } from './work.ts';

/** Deferred entries that one request looks at again: their number is bounded by honest devices' gaps. */
const RETRY_LIMIT = 1_000;
/** One waiting entry may free another; a chain longer than this waits for the next push. */
const RETRY_ROUNDS = 3;

/** Tries again what waits for entries of a device that has just brought some, as its authors stand today (SPEC 8.5). */
export async function retryWaiting(work: Work, device: DeviceId): Promise<void> {
  await retryWaitingFor(work, new Set([device]));
}

/** A newer program may know what an older one put off, and a mended one may do what failed (SPEC 8.4): asked at each start. */
export async function retryAfterUpgrade(storage: Storage, ports: SyncPorts, now: number): Promise<void> {
  for (const branch of await storage.branches()) {
    await storage.transact(branch, async (transaction) => {
      const work = await beginWork(transaction, branch, now);
      for (const code of ['unknownMutation', 'faulty', 'waitsForEntry'] as const) {
        const stored = await transaction.deferred(code, RETRY_LIMIT);
        const freed = await retry(
          work,
          withWork(work, stored, (row) => row.code === code),
        );
        await retryWaitingFor(work, freed);
        await tellDeferred(
          work,
          withWork(work, stored, () => false),
        );
      }
      await finishWork(work, ports);
    });
  }
}

/** What became of one device's entry may be what another's waits for: so on for a few rounds. */
async function retryWaitingFor(work: Work, devices: ReadonlySet<DeviceId>): Promise<void> {
  let came = devices;
  for (let round = 0; round < RETRY_ROUNDS && came.size > 0; round += 1) {
    const stored = await work.transaction.waitingFor([...came], RETRY_LIMIT);
    const isWaiting = (row: LogRow) => row.waitsFor !== null && came.has(row.waitsFor);
    came = await retry(work, withWork(work, stored, isWaiting));
  }
}

/** Tries entries again; gives the devices of which an entry is deferred no more. */
async function retry(work: Work, waiting: readonly LogRow[]): Promise<ReadonlySet<DeviceId>> {
  const freed = new Set<DeviceId>();
  const decided = await decidedBy(work, waiting);
  for (const row of waiting) {
    if (decided.has(row)) continue;
    const author = await work.transaction.device(row.device);
    const entry = bytesToEntry(row.entry);
    if (author === undefined || !entry.ok) continue;
    const read = readEntry(entry.value, { ...author, role: author.standing, isClockWrong: false });
    const verdict = read.ok ? await applyEntry(work, read.value) : read.error;
    if (verdict.code === row.code && verdict.waitsFor === row.waitsFor) continue;
    if (verdict.status !== 'deferred') freed.add(row.device);
    replace(work, { ...row, ...verdict, version: work.number });
    if (verdict.status !== 'deferred') await untell(work, row);
  }
  return freed;
}

/** What is deferred as far as this work knows: what it has changed itself stands in its own log. */
function withWork(work: Work, stored: readonly LogRow[], isAsked: (row: LogRow) => boolean): readonly LogRow[] {
  const known = new Set(work.log.map(nameOf));
  return [
    ...stored.filter((row) => !known.has(nameOf(row))),
    ...work.log.filter((row) => row.status === 'deferred' && isAsked(row)),
  ];
}

function replace(work: Work, row: LogRow): void {
  const index = work.log.findIndex((known) => nameOf(known) === nameOf(row));
  if (index < 0) work.log.push(row);
  else work.log[index] = row;
}

function nameOf({ device, number }: LogRow): string {
  return `${device} ${number}`;
}
