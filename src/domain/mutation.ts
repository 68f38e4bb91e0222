import type * as v from 'valibot';
import type { Result } from '#lib/result.ts';
import type { Context } from './context.ts';
import type { Rejection } from './rejection.ts';
import type { Patch, RowKey, Rows } from './rows.ts';

/**
 * One kind of change. `reads` is asked again, at most MAX_READ_ROUNDS times, with the rows found so far, until it names
 * no new key; then `decide` is asked once. Both are pure and synchronous, and run identically on every phone and server.
 */
export type Mutator<Args> = {
  /** Version of the argument's field list; fields are only ever appended, with a new version. */
  readonly version: number;
  /** The argument's shape; the order of its fields is their order in the bytes. */
  readonly args: v.GenericSchema<unknown, Args>;
  /** A fact is never refused because a plan changed, and is applied ahead of a gap; a plan waits for what it reads. */
  readonly nature: 'fact' | 'plan';
  readonly reads: (args: Args, context: Context, rows: Rows) => readonly RowKey[];
  readonly decide: (rows: Rows, args: Args, context: Context) => Result<readonly Patch[], Rejection>;
};

/** Key, then what that row names, then what those name: nothing in the domain is deeper. */
export const MAX_READ_ROUNDS = 3;

/** Ties a mutator's argument type to its schema; does nothing at run time. */
export function defineMutator<Args>(mutator: Mutator<Args>): Mutator<Args> {
  return mutator;
}
