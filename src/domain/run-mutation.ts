import { assert } from '#lib/assert.ts';
import { err, type Result } from '#lib/result.ts';
import type { Context } from './context.ts';
import { MAX_READ_ROUNDS } from './mutation.ts';
import { type MutationName, mutatorOf } from './mutators.ts';
import { mayMutate } from './permissions.ts';
import type { Rejection } from './rejection.ts';
import { type Kind, type Patch, rowKeyText, type RowKey, type RowState, type Rows } from './rows.ts';
import type { RowId } from './scalars.ts';

/** Rows found so far, by key text. The shell fills it; a mutator only asks. */
export type KnownRows = Pick<ReadonlyMap<string, RowState>, 'has' | 'get'>;

export type MutationStep =
  | { readonly type: 'needs'; readonly keys: readonly RowKey[] }
  | {
      readonly type: 'decided';
      /** Every key that was read; with the patches' keys, all that the mutation touches. */
      readonly read: readonly RowKey[];
      readonly outcome: Result<readonly Patch[], Rejection>;
    };

/**
 * One step of a mutation: either the keys still to be loaded, or the decision. The shell loads what is needed, adds it
 * to `known` and asks again; whoever holds all rows in memory gets the decision at once.
 * @param args parsed against the mutator's schema before
 */
export function stepMutation(name: MutationName, args: unknown, context: Context, known: KnownRows): MutationStep {
  if (!mayMutate(context.role, name)) return { type: 'decided', read: [], outcome: err({ code: 'notAllowed' }) };
  const mutator = mutatorOf(name);
  const read = mutator.reads(
    args,
    context,
    rowsFrom((text) => known.get(text) ?? { state: 'unknown' }),
  );
  const missing = read.filter((key) => !known.has(rowKeyText(key)));
  if (missing.length > 0) return { type: 'needs', keys: missing };
  const readTexts = new Set(read.map(rowKeyText));
  // What a decision rests on must be in `read`: that is what a phone runs it again for when such a row changes.
  const rows = rowsFrom((text) => {
    const row = known.get(text);
    assert(row !== undefined && readTexts.has(text), `${name} looked at a row that it did not read`);
    return row;
  });
  return { type: 'decided', read, outcome: mutator.decide(rows, args, context) };
}

function rowsFrom(find: (keyText: string) => RowState): Rows {
  return { find: <K extends Kind>(kind: K, id: RowId) => find(rowKeyText({ kind, id })) };
}

/**
 * Runs a mutation with a loader that answers at once. The phone's shell, which must await, does the same with awaits.
 */
export function runMutation(
  name: MutationName,
  args: unknown,
  context: Context,
  load: (key: RowKey) => RowState,
): Extract<MutationStep, { type: 'decided' }> {
  const known = new Map<string, RowState>();
  for (let round = 0; round <= MAX_READ_ROUNDS; round += 1) {
    const step = stepMutation(name, args, context, known);
    if (step.type === 'decided') return step;
    for (const key of step.keys) known.set(rowKeyText(key), load(key));
  }
  assert(false, `${name} asked for rows more than ${MAX_READ_ROUNDS} times`);
}
