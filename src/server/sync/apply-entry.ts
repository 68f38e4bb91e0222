import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId, originOfRow } from '#domain/context.ts';
import { MAX_READ_ROUNDS } from '#domain/mutation.ts';
import { isMutationName, type MutationName, mutatorOf } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import { type Patch, put, type RowKey } from '#domain/rows.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import { type MutationStep, stepMutation } from '#domain/run-mutation.ts';
import { fromBytes } from '#protocol/canonical.ts';
import type { Entry } from '#protocol/entry.ts';
import type { LogRow } from '../storage/port.ts';
import { jsonLog, whereOf } from '../log.ts';
import { followDevices } from './follow-devices.ts';
import { withoutFormerInvites } from './offered-again.ts';
import { applyPatch } from './project.ts';
import { heldRows, heldState, hold, holdAbsent, NOBODY, type Work } from './work.ts';

/** What became of an entry. */
export type Verdict = Pick<LogRow, 'status' | 'code' | 'waitsFor'>;
const APPLIED: Verdict = { status: 'applied', code: null, waitsFor: null };

/** Of whom, and how an entry is to be taken. */
export type Author = Pick<Context, 'member' | 'role' | 'device' | 'branch'> & {
  /** The device's clock was far from ours when it sent this. */
  readonly isClockWrong: boolean;
};

/** An entry that this program understands, and the circumstances in which it decides. */
export type ReadEntry = {
  readonly name: MutationName;
  readonly args: unknown;
  readonly context: Context;
  readonly isClockWrong: boolean;
};

/** Reads an entry's arguments, or says why it cannot take effect now. */
export function readEntry(entry: Entry, author: Author): Result<ReadEntry, Verdict> {
  if (entry.branch !== author.branch) return err(rejected('wrongBranch'));
  if (!isMutationName(entry.name) || entry.version > mutatorOf(entry.name).version) {
    return err(deferred('unknownMutation'));
  }
  const args = fromBytes(mutatorOf(entry.name).args, entry.args);
  if (!args.ok) return err(rejected('malformed'));
  const { branch, member, role, device, isClockWrong } = author;
  const context = { branch, member, role, device, mutationNumber: entry.number, claimedAt: entry.claimedAt };
  return ok({ name: entry.name, args: args.value, context, isClockWrong });
}

/** What an entry asks for first; so that a whole segment's rows can be loaded at once. */
export function firstReads(read: ReadEntry): readonly RowKey[] {
  const step = stepSafely(read.name, read.args, read.context, new Map());
  return step !== 'faulty' && step.type === 'needs' ? step.keys : [];
}

/** Applies one entry to the work, or says why not. Nothing is changed unless the verdict is `applied`. */
export async function applyEntry(work: Work, read: ReadEntry): Promise<Verdict> {
  const { context } = read;
  const decided = await decide(work, read);
  if (decided === 'faulty') return deferred('faulty');
  if (!decided.outcome.ok) {
    const { code } = decided.outcome.error;
    const waitsFor = code === 'notFound' ? await awaited(work, decided.read) : undefined;
    return waitsFor === undefined ? rejected(code) : { status: 'deferred', code: 'waitsForEntry', waitsFor };
  }
  const origin = read.name === 'enrol' ? NOBODY : { device: context.device, mutation: context.mutationNumber };
  const { value } = decided.outcome;
  const isInvite = read.name === 'inviteCreate';
  const patches = isInvite ? await withoutFormerInvites(work.transaction, context, value) : value;
  for (const patch of patches) {
    if (isMadeBy(patch, context)) holdAbsent(work, patch);
    await applyPatch(work, read.isClockWrong ? flagged(patch, context) : patch, origin);
    await followDevices(work, patch);
  }
  return APPLIED;
}

function rejected(code: Rejection['code']): Verdict {
  return { status: 'rejected', code, waitsFor: null };
}

function deferred(code: 'unknownMutation' | 'faulty'): Verdict {
  return { status: 'deferred', code, waitsFor: null };
}

type Decided = { readonly read: readonly RowKey[]; readonly outcome: Result<readonly Patch[], Rejection> };

async function decide(work: Work, { name, args, context }: ReadEntry): Promise<Decided | 'faulty'> {
  const known = heldRows(work);
  for (let round = 0; round <= MAX_READ_ROUNDS; round += 1) {
    const step = stepSafely(name, args, context, known);
    if (step === 'faulty') return step;
    if (step.type === 'decided') return step;
    await hold(work, step.keys);
  }
  return { read: [], outcome: err({ code: 'malformed' }) };
}

/**
 * A bug in one mutator must not block the 199 others: its entry is kept, and tried again by a mended program. Only what
 * decides is caught, before anything is changed: what the storage fails at fails the whole transaction.
 */
function stepSafely(...asked: Parameters<typeof stepMutation>): MutationStep | 'faulty' {
  try {
    return stepMutation(...asked);
  } catch (cause) {
    jsonLog('faulty mutation', { mutation: asked[0], where: whereOf(cause) });
    return 'faulty';
  }
}

/** The entry, still to come, that will make a row that was read and is not there (SPEC 8.5). */
async function awaited(work: Work, read: readonly RowKey[]): Promise<RowId | undefined> {
  for (const key of read) {
    const origin = key.kind === 'device' ? firstEntryOf(key.id) : originOfRow(key.id);
    if (origin === undefined || heldState(work, key).state === 'present') continue;
    const inWork = work.log.findLast((row) => row.device === origin.device && row.number === origin.mutationNumber);
    const [stored] =
      inWork === undefined
        ? await work.transaction.log(origin.device, origin.mutationNumber, origin.mutationNumber)
        : [inWork];
    if (stored === undefined || stored.status === 'deferred') return newRowId(origin);
  }
  return undefined;
}

/** A device's row is the work of the first entry of its own log, which may still be offered again after a restore. */
function firstEntryOf(id: RowId): ReturnType<typeof originOfRow> {
  return { device: id as string as DeviceId, mutationNumber: 1 };
}

/** A delivery that a wrong clock dated: it counts, and an organiser is told (SPEC 6.4). */
function flagged(patch: Patch, context: Context): Patch {
  if (patch.op !== 'put' || patch.kind !== 'delivery' || !isMadeBy(patch, context)) return patch;
  return put('delivery', patch.id, { ...patch.body, flags: [...patch.body.flags, 'clockWrong'] });
}

/** True for a row that bears this very mutation's name: nobody else can have made it, so it was not there before. */
function isMadeBy(patch: Patch, context: Context): boolean {
  const name = newRowId(context);
  return patch.id === name || patch.id.startsWith(`${name}.`);
}
