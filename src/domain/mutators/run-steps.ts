import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import type { Context } from '../context.ts';
import { defineMutator, type Mutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { put } from '../rows.ts';
import type { RunBody, RunStatus } from '../run.ts';
import { lines, note, type RowId, rowId } from '../scalars.ts';
import { checkNamed, found, type NamedKey } from './found.ts';

/** Gives the run to a driver, or to nobody; a new driver has not answered yet. */
export const runAssign = runStep(v.object({ run: rowId, driver: v.nullable(rowId) }), {
  by: 'anyone',
  from: ['planned', 'underWay'],
  names: ({ driver }) => (driver === null ? [] : [{ kind: 'member', id: driver }]),
  change: (run, { driver }) => ({ ...run, driver, answer: driver === run.driver ? run.answer : 'none' }),
});

export const runCancel = runStep(v.object({ run: rowId, reason: note }), {
  by: 'anyone',
  from: ['planned'],
  change: (run, args) => ({ ...run, status: 'cancelled', reason: args.reason }),
});

export const runAccept = runStep(v.object({ run: rowId }), {
  by: 'itsDriver',
  from: ['planned'],
  change: (run) => ({ ...run, answer: 'accepted' }),
});

/** No reason is asked for, and nobody counts it. */
export const runDecline = runStep(v.object({ run: rowId }), {
  by: 'itsDriver',
  from: ['planned'],
  change: (run) => ({ ...run, answer: 'declined' }),
});

/** The loading list was checked; who leaves has accepted. */
export const runDepart = runStep(v.object({ run: rowId, loaded: lines }), {
  by: 'itsDriver',
  from: ['planned'],
  change: (run, args) => ({ ...run, status: 'underWay', answer: 'accepted', loaded: args.loaded }),
});

/** From `planned` too: somebody in the cold who never pressed "loaded" still has a run that ended. */
export const runComplete = runStep(v.object({ run: rowId }), {
  by: 'itsDriver',
  from: ['planned', 'underWay'],
  change: (run) => ({ ...run, status: 'completed' }),
});

export const runAbandon = runStep(v.object({ run: rowId, reason: note }), {
  by: 'itsDriver',
  from: ['underWay'],
  change: (run, args) => ({ ...run, status: 'abandoned', reason: args.reason }),
});

type Step<Args> = {
  /** `itsDriver`: a driver moves only a run of their own; an organiser moves any, for the paper and the telephone. */
  readonly by: 'anyone' | 'itsDriver';
  readonly from: readonly RunStatus[];
  /** What must be there for it besides the run. */
  readonly names?: (args: Args) => readonly NamedKey[];
  readonly change: (run: RunBody, args: Args) => RunBody;
};

function runStep<Args extends { readonly run: RowId }>(
  args: v.GenericSchema<unknown, Args>,
  step: Step<Args>,
): Mutator<Args> {
  const named = (given: Args) => step.names?.(given) ?? [];
  return defineMutator({
    version: 1,
    nature: 'plan',
    args,
    reads: (given) => [{ kind: 'run', id: given.run }, ...named(given)],
    decide: (rows, given, context) => {
      const run = found(rows, 'run', given.run);
      if (!run.ok) return run;
      const checked = checkNamed(rows, named(given));
      if (!checked.ok) return checked;
      const allowed = mayStep(run.value, step, context);
      return allowed.ok ? ok([put('run', given.run, step.change(run.value, given))]) : allowed;
    },
  });
}

function mayStep<Args>(run: RunBody, step: Step<Args>, context: Context): Result<null, Rejection> {
  if (step.by === 'itsDriver' && context.role === 'driver' && run.driver !== context.member)
    return err({ code: 'notYours' });
  return step.from.includes(run.status) ? ok(null) : err({ code: 'wrongStatus' });
}
