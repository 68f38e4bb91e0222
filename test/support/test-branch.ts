import { type Audience, audiencesOf, isAbsenceTrue } from '#domain/audiences.ts';
import { type Context, newRowId, type Standing } from '#domain/context.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Rejection, RejectionCode } from '#domain/rejection.ts';
import {
  type Body,
  type Kind,
  parseBody,
  type Patch,
  type Row,
  rowKeyText,
  type RowKey,
  type RowState,
} from '#domain/rows.ts';
import { runMutation } from '#domain/run-mutation.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import { assert } from '#lib/assert.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { freshFeeds, heldBy } from './fresh-feeds.ts';

export const BRANCH = 'kokshetau' as BranchId;
export const NOON = Date.UTC(2026, 0, 15, 12);

/** Whose hand makes a mutation. */
export type Hand = Pick<Context, 'role' | 'member' | 'device'>;
type Outcome = Result<RowId, Rejection>;

/** A branch's rows in memory, changed by nothing but mutations: what a server holds, without a server. */
export type TestBranch = {
  readonly rows: Map<string, Row>;
  /** Makes a mutation where all rows are known, as on the server; gives the id of the first row that it may have made. */
  readonly does: (hand: Hand, mutation: Mutation) => Outcome;
  /** The same for an entry of a log, with the number, time and branch that it bears. */
  readonly replays: (
    hand: Hand,
    mutation: Mutation,
    entry: { readonly number: number; readonly claimedAt: number; readonly branch: BranchId },
  ) => Outcome;
  /**
   * What the same mutation would do on the hand's own phone, which knows only its feeds; a phone that is still pulling
   * knows of no row for certain that it is not there. Nothing is changed.
   */
  readonly tries: (hand: Hand, mutation: Mutation, phone?: 'stillPulling') => Result<readonly Patch[], Rejection>;
  readonly body: <K extends Kind>(kind: K, id: RowId) => Body<K> | undefined;
  /** The next mutation of every device is its first again, as for a server that forgot them all. */
  readonly forgetNumbers: () => void;
  /** What the last mutation changed. */
  readonly changes: () => readonly Patch[];
};

export function newTestBranch(): TestBranch {
  const rows = new Map<string, Row>();
  const numbers = new Map<DeviceId, number>();
  let changes: readonly Patch[] = [];
  const contextOf = (hand: Hand): Context => {
    const mutationNumber = (numbers.get(hand.device) ?? 0) + 1;
    return { ...hand, branch: BRANCH, mutationNumber, claimedAt: NOON + mutationNumber };
  };
  const run = (context: Context, mutation: Mutation, load: (key: RowKey) => RowState) =>
    runMutation(mutation.name, mutation.args, context, load).outcome;
  const perform = (context: Context, mutation: Mutation): Outcome => {
    const outcome = run(context, mutation, (key) => stateOf(rows.get(rowKeyText(key)), 'absent'));
    if (!outcome.ok) return err(outcome.error);
    numbers.set(context.device, context.mutationNumber);
    for (const patch of outcome.value) apply(rows, patch);
    changes = outcome.value;
    return ok(newRowId(context));
  };
  return {
    rows,
    does: (hand, mutation) => perform(contextOf(hand), mutation),
    replays: (hand, mutation, { number, claimedAt, branch }) =>
      perform({ ...hand, branch, mutationNumber: number, claimedAt }, mutation),
    tries: (hand, mutation, phone) => {
      const held = heldBy(freshFeeds(BRANCH, rows.values()), audiencesOfHand(hand));
      const absence = phone === undefined && isAbsenceTrue(hand.role) ? 'absent' : 'unknown';
      return run(contextOf(hand), mutation, (key) => stateOf(held.get(rowKeyText(key)), absence));
    },
    body: <K extends Kind>(kind: K, id: RowId) => rows.get(rowKeyText({ kind, id }))?.body,
    forgetNumbers: () => numbers.clear(),
    changes: () => changes,
  };
}

/** A refusal, to compare with. */
export function refused(code: RejectionCode): Result<never, Rejection> {
  return err({ code });
}

/** The id, of a mutation that a test's story takes for granted. */
export function granted(outcome: Outcome): RowId {
  assert(outcome.ok, `the story begins with a mutation that was refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** A device's id that one can read. */
export function deviceOf(name: string): DeviceId {
  return name.padEnd(16, '0') as DeviceId;
}

/** Somebody who enrolled with this device. */
export function handOf(name: string, role: Standing): Hand {
  const device = deviceOf(name);
  return { role, device, member: role === 'newcomer' || role === 'operator' ? null : (`${device}.1` as RowId) };
}

export function audiencesOfHand({ member, role }: Hand): readonly Audience[] {
  return member === null ? [] : audiencesOf(BRANCH, member, role);
}

function stateOf(row: Row | undefined, absence: 'absent' | 'unknown'): RowState {
  return row === undefined ? { state: absence } : { state: 'present', body: row.body };
}

function apply(rows: Map<string, Row>, patch: Patch): void {
  if (patch.op === 'remove') {
    rows.delete(rowKeyText(patch));
    return;
  }
  // Whatever a mutator makes, every phone must be able to read.
  const body = parseBody(patch.kind, patch.body);
  assert(body !== undefined, `a mutator made a ${patch.kind} that is none: ${JSON.stringify(patch.body)}`);
  rows.set(rowKeyText(patch), { kind: patch.kind, id: patch.id, body } as Row);
}
