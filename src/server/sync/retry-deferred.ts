import { newRowId } from '#domain/context.ts';
import type { RowId } from '#domain/scalars.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { decidedBy, reopened, tellDeferred, untell } from './aside.ts';
import { applyEntry, readEntry } from './apply-entry.ts';
import { ERASED, erasedEntry } from './erased.ts';
import { namesErased } from './names-erased.ts';
import type { LogRow, Storage } from '../storage/port.ts';
import { beginWork, finishWork, type SyncPorts, type Work } from './work.ts';

/** Entries that are looked at again at once. What waits is bounded for each device (SPEC 8.5), so no honest day comes near. */
const RETRY_LIMIT = 20_000;

/**
 * Tries again what waits for the entries that this work has taken in, as its authors stand today (SPEC 8.5), and what an
 * organiser had set aside and lets go on.
 */
export async function retryWaiting(work: Work): Promise<void> {
  const freed = await retry(work, await reopened(work));
  await retryWaitingFor(work, [...work.log.filter(isDecided).map(nameOf), ...freed]);
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

/** What became of one entry may be what another waits for, and so on. Each round decides some, so there is an end. */
async function retryWaitingFor(work: Work, entries: readonly RowId[]): Promise<void> {
  for (let came = entries; came.length > 0;) {
    const asked = new Set(came);
    const stored = await work.transaction.waitingFor(came, RETRY_LIMIT);
    came = await retry(
      work,
      withWork(work, stored, (row) => row.waitsFor !== null && asked.has(row.waitsFor)),
    );
  }
}

/** Tries entries again; gives those that are deferred no more. */
async function retry(work: Work, waiting: readonly LogRow[]): Promise<readonly RowId[]> {
  if (waiting.length === 0) return [];
  const freed: RowId[] = [];
  const decided = await decidedBy(work, waiting);
  const places = new Map(work.log.map((row, index) => [nameOf(row), index]));
  for (const row of waiting) {
    if (decided.has(row)) continue;
    const author = await work.transaction.device(row.device);
    const entry = bytesToEntry(row.entry);
    if (author === undefined || !entry.ok) continue;
    const read = readEntry(entry.value, { ...author, role: author.standing, isClockWrong: false });
    const isOfErased = await namesErased(work.transaction, read);
    const verdict = isOfErased ? ERASED : read.ok ? await applyEntry(work, read.value) : read.error;
    if (verdict.code === row.code && verdict.waitsFor === row.waitsFor) continue;
    const tried: LogRow = { ...row, ...verdict, version: work.number };
    const next = isOfErased ? erasedEntry(tried, { keepsHash: true }) : tried;
    work.log[places.get(nameOf(row)) ?? work.log.length] = next;
    if (!isDecided(next)) continue;
    freed.push(nameOf(row));
    await untell(work, row);
  }
  return freed;
}

/** What is deferred as far as this work knows: what it has changed itself stands in its own log. */
function withWork(work: Work, stored: readonly LogRow[], isAsked: (row: LogRow) => boolean): readonly LogRow[] {
  const known = new Set(stored.length === 0 ? [] : work.log.map(nameOf));
  return [
    ...stored.filter((row) => !known.has(nameOf(row))),
    ...work.log.filter((row) => row.status === 'deferred' && isAsked(row)),
  ];
}

function isDecided({ status }: LogRow): boolean {
  return status !== 'deferred';
}

/** An entry is named as the first row that it makes. */
function nameOf({ device, number }: LogRow): RowId {
  return newRowId({ device, mutationNumber: number });
}
