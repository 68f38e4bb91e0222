import * as v from 'valibot';
import { isSame } from '#lib/same.ts';
import { err, ok, type Result } from '#lib/result.ts';
import type { Context } from '../context.ts';
import { defineMutator, type Mutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { type Body, type Kind, type Patch, put, type Rows } from '../rows.ts';
import type { RowId } from '../scalars.ts';
import { checkNamed, type NamedKey } from './found.ts';

type Entries = v.ObjectEntries;
type Said<E extends Entries> = v.InferOutput<v.ObjectSchema<E, undefined>>;
type Change<F> = { readonly was: F | null; readonly now: F | null };

type Setting<K extends Kind, Key, Fields> = {
  readonly kind: K;
  readonly idOf: (key: Key) => RowId;
  readonly bodyOf: (key: Key, fields: Fields) => Body<K>;
  /** What must be there, and open, for something to be set. */
  readonly names: (key: Key, fields: Fields) => readonly NamedKey[];
  readonly mayBy?: (key: Key, context: Context) => boolean;
};

/**
 * Says what a row of a derived id holds, or with `now` null that there is none. `was` is what the person saw: when it has
 * become something else meanwhile, nothing is overwritten and both versions are theirs to choose from. What is already as
 * they want it is no disagreement.
 */
export function setRow<K extends Kind, E extends Entries, F extends Entries>(
  key: E,
  fields: v.ObjectSchema<F, undefined>,
  setting: Setting<K, Said<E>, Said<F>>,
): Mutator<Said<E> & Change<Said<F>>> {
  type Args = Said<E> & Change<Said<F>>;
  const { kind, idOf, bodyOf, names } = setting;
  const named = (args: Args) => (args.now === null ? [] : names(args, args.now));
  const isHeld = (rows: Rows, args: Args, wanted: Said<F> | null) => {
    const row = rows.find(kind, idOf(args));
    return wanted === null ? row.state === 'absent' : row.state === 'present' && isSame(row.body, bodyOf(args, wanted));
  };
  const setTo = (args: Args): readonly Patch[] =>
    args.now === null ? [{ op: 'remove', kind, id: idOf(args) }] : [put(kind, idOf(args), bodyOf(args, args.now))];
  return defineMutator<Args>({
    version: 1,
    nature: 'plan',
    args: v.object({ ...key, was: v.nullable(fields), now: v.nullable(fields) }) as unknown as v.GenericSchema<
      unknown,
      Args
    >,
    reads: (args) => [{ kind, id: idOf(args) }, ...named(args)],
    decide: (rows, args, context): Result<readonly Patch[], Rejection> => {
      if (setting.mayBy?.(args, context) === false) return err({ code: 'notYours' });
      const checked = checkNamed(rows, named(args));
      if (!checked.ok) return checked;
      if (isHeld(rows, args, args.now)) return ok([]);
      const isUnknown = rows.find(kind, idOf(args)).state === 'unknown';
      return isUnknown || isHeld(rows, args, args.was) ? ok(setTo(args)) : err({ code: 'changedMeanwhile' });
    },
  });
}
