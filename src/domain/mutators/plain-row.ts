import * as v from 'valibot';
import { ok, type Result } from '#lib/result.ts';
import { newRowId } from '../context.ts';
import { defineMutator, type Mutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { type Body, type Patch, put } from '../rows.ts';
import { type RowId, rowId } from '../scalars.ts';
import { found } from './found.ts';

type PlainKind = 'item' | 'mealWindow' | 'kitchen' | 'returnable' | 'vehicle' | 'sponsor' | 'need' | 'notice';
type Fields<K extends PlainKind> = Omit<Body<K>, 'status'>;
type PlainMutators<K extends PlainKind> = {
  readonly create: Mutator<{ readonly fields: Fields<K> }>;
  readonly amend: Mutator<{ readonly id: RowId; readonly fields: Fields<K> }>;
  readonly close: Mutator<{ readonly id: RowId }>;
};

/**
 * Create, amend and close for kinds whose rows stand alone. Amending a closed row opens it again; closing keeps the row,
 * since past runs name it. `check` refuses fields that do not fit each other.
 */
export function plainRowMutators<K extends PlainKind>(
  kind: K,
  fields: v.GenericSchema<unknown, Fields<K>>,
  check: (fields: Fields<K>) => Result<null, Rejection> = () => ok(null),
): PlainMutators<K> {
  const opened = (id: RowId, given: Fields<K>): Result<readonly Patch[], Rejection> => {
    const checked = check(given);
    return checked.ok ? ok([put(kind, id, { ...given, status: 'open' } as Body<K>)]) : checked;
  };
  return {
    create: defineMutator({
      version: 1,
      nature: 'plan',
      args: v.object({ fields }),
      reads: () => [],
      decide: (_rows, args, context) => opened(newRowId(context), args.fields),
    }),
    amend: defineMutator({
      version: 1,
      nature: 'plan',
      args: v.object({ id: rowId, fields }),
      reads: (args) => [{ kind, id: args.id }],
      decide: (rows, args) => {
        const row = found(rows, kind, args.id);
        return row.ok ? opened(args.id, args.fields) : row;
      },
    }),
    close: defineMutator({
      version: 1,
      nature: 'plan',
      args: v.object({ id: rowId }),
      reads: (args) => [{ kind, id: args.id }],
      decide: (rows, args) => {
        const row = found(rows, kind, args.id);
        return row.ok ? ok([put(kind, args.id, { ...row.value, status: 'closed' })]) : row;
      },
    }),
  };
}
