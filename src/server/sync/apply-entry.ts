import { err, type Result } from '#lib/result.ts';
import { type Context, originOfRow } from '#domain/context.ts';
import { MAX_READ_ROUNDS } from '#domain/mutation.ts';
import { isMutationName, type MutationName, mutatorOf } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import { type Patch, put, rowKeyText, type RowKey } from '#domain/rows.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import { stepMutation } from '#domain/run-mutation.ts';
import { fromBytes } from '#protocol/canonical.ts';
import type { Entry } from '#protocol/entry.ts';
import type { LogRow } from '../storage/port.ts';
import { jsonLog, whereOf } from '../log.ts';
import { followDevices } from './follow-devices.ts';
import { applyPatch } from './project.ts';
import { heldState, hold, NOBODY, type Work } from './work.ts';

/** What became of an entry. */
export type Verdict = Pick<LogRow, 'status' | 'code'>;

/** Of whom, and how an entry is to be taken. */
export type Author = Pick<Context, 'member' | 'role' | 'device' | 'branch'> & {
  /** The device's clock was far from ours when it sent this. */
  readonly isClockWrong: boolean;
};

/** Applies one entry to the work, or says why not. Nothing is changed unless the verdict is `applied`. */
export async function applyEntry(work: Work, entry: Entry, author: Author): Promise<Verdict> {
  if (entry.branch !== author.branch) return rejected('wrongBranch');
  if (!isMutationName(entry.name) || entry.version > mutatorOf(entry.name).version) return deferred('unknownMutation');
  const args = fromBytes(mutatorOf(entry.name).args, entry.args);
  if (!args.ok) return rejected('malformed');
  const context: Context = {
    branch: author.branch,
    member: author.member,
    role: author.role,
    device: author.device,
    mutationNumber: entry.number,
    claimedAt: entry.claimedAt,
  };
  const decided = await decide(work, entry.name, args.value, context);
  if (!decided.outcome.ok) {
    const waits = decided.outcome.error.code === 'notFound' && (await waitsForEntry(work, decided.read));
    return waits ? deferred('waitsForEntry') : rejected(decided.outcome.error.code);
  }
  const origin = entry.name === 'enrol' ? NOBODY : { device: author.device, mutation: entry.number };
  for (const patch of decided.outcome.value) {
    await applyPatch(work, author.isClockWrong ? flagged(patch, context) : patch, origin);
    await followDevices(work, patch);
  }
  return { status: 'applied', code: null };
}

/** A bug in one mutator must not block the 199 others: the entry is kept, and tried again by a mended program. */
export async function applySafely(work: Work, entry: Entry, author: Author): Promise<Verdict> {
  try {
    return await applyEntry(work, entry, author);
  } catch (cause) {
    jsonLog('faulty mutation', { mutation: entry.name, where: whereOf(cause) });
    return { status: 'deferred', code: 'faulty' };
  }
}

function rejected(code: Rejection['code']): Verdict {
  return { status: 'rejected', code };
}

function deferred(code: 'unknownMutation' | 'waitsForEntry'): Verdict {
  return { status: 'deferred', code };
}

type Decided = { readonly read: readonly RowKey[]; readonly outcome: Result<readonly Patch[], Rejection> };

async function decide(work: Work, name: MutationName, args: unknown, context: Context): Promise<Decided> {
  const known = new Map<string, ReturnType<typeof heldState>>();
  for (let round = 0; round <= MAX_READ_ROUNDS; round += 1) {
    const step = stepMutation(name, args, context, known);
    if (step.type === 'decided') return step;
    await hold(work, step.keys);
    for (const key of step.keys) known.set(rowKeyText(key), heldState(work, key));
  }
  return { read: [], outcome: err({ code: 'malformed' }) };
}

/** True when a row that was read and is not there is the work of an entry that is still to come (SPEC 8.5). */
async function waitsForEntry(work: Work, read: readonly RowKey[]): Promise<boolean> {
  for (const key of read) {
    const origin = key.kind === 'device' ? firstEntryOf(key.id) : originOfRow(key.id);
    if (origin === undefined || heldState(work, key).state === 'present') continue;
    const inWork = work.log.findLast((row) => row.device === origin.device && row.number === origin.mutationNumber);
    const [stored] =
      inWork === undefined
        ? await work.transaction.log(origin.device, origin.mutationNumber, origin.mutationNumber)
        : [inWork];
    if (stored === undefined || stored.status === 'deferred') return true;
  }
  return false;
}

/** A device's row is the work of the first entry of its own log, which may still be offered again after a restore. */
function firstEntryOf(id: RowId): ReturnType<typeof originOfRow> {
  return { device: id as string as DeviceId, mutationNumber: 1 };
}

/** A delivery that a wrong clock dated: it counts, and an organiser is told (SPEC 6.4). */
function flagged(patch: Patch, context: Context): Patch {
  if (patch.op !== 'put' || patch.kind !== 'delivery') return patch;
  const origin = originOfRow(patch.id);
  const isNew = origin?.device === context.device && origin.mutationNumber === context.mutationNumber;
  return isNew ? put('delivery', patch.id, { ...patch.body, flags: [...patch.body.flags, 'clockWrong'] }) : patch;
}
