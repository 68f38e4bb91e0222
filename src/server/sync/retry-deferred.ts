import { bytesToEntry } from '#protocol/entry.ts';
import type { Deferral } from '#protocol/sync-answer.ts';
import { applyEntry, readEntry } from './apply-entry.ts';
import type { LogRow, Storage } from '../storage/port.ts';
import { beginWork, finishWork, type SyncPorts, type Work } from './work.ts';

/** Deferred entries that one request looks at again: their number is bounded by honest devices' gaps. */
const RETRY_LIMIT = 1_000;
/** One waiting entry may free another; a chain longer than this waits for the next push. */
const RETRY_ROUNDS = 3;

/** Tries deferred entries again, as their authors stand today (SPEC 8.4, 8.5). */
export async function retryDeferred(work: Work, code: Deferral): Promise<void> {
  for (let round = 0; round < RETRY_ROUNDS; round += 1) {
    const waiting = await deferredRows(work, code);
    let appliedCount = 0;
    for (const row of waiting) {
      const author = await work.transaction.device(row.device);
      const entry = bytesToEntry(row.entry);
      if (author === undefined || !entry.ok) continue;
      const read = readEntry(entry.value, { ...author, role: author.standing, isClockWrong: false });
      const verdict = read.ok ? await applyEntry(work, read.value) : read.error;
      if (verdict.status === 'deferred' && verdict.code === row.code) continue;
      appliedCount += 1;
      replace(work, { ...row, ...verdict, version: work.number });
    }
    if (appliedCount === 0) return;
  }
}

/** A newer program may know what an older one put off, and a mended one may do what failed (SPEC 8.4): asked at each start. */
export async function retryAfterUpgrade(storage: Storage, ports: SyncPorts, now: number): Promise<void> {
  for (const branch of await storage.branches()) {
    await storage.transact(branch, async (transaction) => {
      const work = await beginWork(transaction, branch, now);
      for (const code of ['unknownMutation', 'faulty', 'waitsForEntry'] as const) await retryDeferred(work, code);
      await finishWork(work, ports);
    });
  }
}

/** What is deferred as far as this work knows: what it has changed itself stands in its own log. */
async function deferredRows(work: Work, code: Deferral): Promise<readonly LogRow[]> {
  const stored = await work.transaction.deferred(code, RETRY_LIMIT);
  const isInWork = (row: LogRow) =>
    work.log.some((known) => known.device === row.device && known.number === row.number);
  return [...stored.filter((row) => !isInWork(row)), ...work.log.filter((row) => row.code === code)];
}

function replace(work: Work, row: LogRow): void {
  const index = work.log.findIndex((known) => known.device === row.device && known.number === row.number);
  if (index < 0) work.log.push(row);
  else work.log[index] = row;
}
