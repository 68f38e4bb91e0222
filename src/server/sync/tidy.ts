import { type Body, type Kind, type Row, rowKeyText } from '#domain/rows.ts';
import { forget, forgetCorrector, horizonOf, MOST_RETENTION_DAYS } from '#domain/retention.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import type { StateRow, Storage } from '../storage/port.ts';
import { applyPatch } from './project.ts';
import { beginWork, finishWork, NOBODY, type SyncPorts, type Work } from './work.ts';

/** Rows changed in one transaction, so that no phone waits long behind it. */
const CHANGES_AT_ONCE = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/** When it is now, and for how many days it stays known who delivered (`domain/retention.ts`). */
export type Due = { readonly now: number; readonly personDays: number };

/** Forgets what is due in all branches: runs leave phones, persons leave deliveries. Gives how many rows changed. */
export async function tidy(storage: Storage, ports: SyncPorts, due: Due): Promise<number> {
  let total = 0;
  for (const branch of await storage.branches()) {
    for (;;) {
      const changed = await tidyOnce(storage, ports, branch, due);
      total += changed;
      if (changed < CHANGES_AT_ONCE) break;
    }
  }
  return total;
}

async function tidyOnce(
  storage: Storage,
  ports: SyncPorts,
  branch: BranchId,
  { now, personDays }: Due,
): Promise<number> {
  return storage.transact(branch, async (transaction) => {
    const work = await beginWork(transaction, branch, now);
    const [row] = await transaction.rows([{ kind: 'branch', id: branch as string as RowId }]);
    const offset = row === undefined ? 0 : (bodyOf<'branch'>(row)?.utcOffsetMinutes ?? 0);
    const dayToText = (at: number) => new Date(at).toISOString().slice(0, 10);
    const horizon = horizonOf(now + offset * 60_000, dayToText, personDays);
    let changed = 0;
    for (const kind of ['run', 'delivery', 'returnableCount', 'aside', 'review', 'shift', 'photo'] as const) {
      for (const state of await transaction.rowsOfKind(kind)) {
        const body = bodyOf(state);
        const patch = body === null ? undefined : forget({ kind, id: state.id, body } as Row, horizon);
        if (patch === undefined || changed >= CHANGES_AT_ONCE) continue;
        await applyPatch(work, patch, NOBODY);
        if (kind === 'delivery') await tidyCorrections(work, bodyOf<'delivery'>(state)?.corrections ?? []);
        changed += 1;
      }
    }
    await finishWork(work, ports);
    await transaction.removePicturesBefore(now - Math.min(personDays, MOST_RETENTION_DAYS) * DAY_MS);
    return changed;
  });
}

async function tidyCorrections(work: Work, ids: readonly RowId[]): Promise<void> {
  for (const state of await work.transaction.rows(ids.map((id) => ({ kind: 'correction', id }) as const))) {
    const body = bodyOf(state);
    const patch = body === null ? undefined : forgetCorrector({ kind: 'correction', id: state.id, body } as Row);
    if (patch !== undefined && !work.changed.has(rowKeyText(state))) await applyPatch(work, patch, NOBODY);
  }
}

function bodyOf<K extends Kind>(row: StateRow): Body<K> | null {
  return row.body === null ? null : (JSON.parse(row.body) as Body<K>);
}
