import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { defineMutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { put } from '../rows.ts';
import { type RunBody, type Stop, stops } from '../run.ts';
import { type PlanFields, planFields, stopsMark, stopsMarkOf } from '../run-plan-fields.ts';
import { rowId } from '../scalars.ts';
import { checkNamed, found, type NamedKey, namesOfPlan } from './found.ts';

const args = v.object({
  run: rowId,
  /** What the person saw. */
  was: v.object({ ...planFields.entries, stops: stopsMark }),
  /** What they want; `stops` null where they left them as they were. */
  now: v.object({ ...planFields.entries, stops: v.nullable(stops) }),
});
type AmendArgs = v.InferOutput<typeof args>;

/**
 * Changes a run's plan. Two organisers who changed different things both have their way; where both changed the same one,
 * nothing is overwritten: the second is refused, and chooses. What was delivered meanwhile stays, at its place.
 */
export const runAmend = defineMutator<AmendArgs>({
  version: 1,
  nature: 'plan',
  args,
  reads: (given) => [{ kind: 'run', id: given.run }, ...namesOf(given)],
  decide: (rows, given) => {
    const run = found(rows, 'run', given.run);
    if (!run.ok) return run;
    if (run.value.status !== 'planned' && run.value.status !== 'underWay') return err({ code: 'wrongStatus' });
    const merged = mergePlans(run.value, given);
    if (!merged.ok) return merged;
    const known = new Set(namesOfPlan(run.value).map(({ id }) => id));
    const checked = checkNamed(
      rows,
      namesOf(given).filter(({ id }) => !known.has(id)),
    );
    if (!checked.ok) return checked;
    return ok([put('run', given.run, asked(run.value, { ...run.value, ...merged.value }))]);
  },
});

/** Asks an accepting driver again where a planned run brings them more, or somewhere else, or is somebody else's now. */
export function asked(before: RunBody, after: RunBody): RunBody {
  if (after.driver !== before.driver) return { ...after, answer: 'none' };
  const isSameDrive = after.window === before.window && after.kitchen === before.kitchen;
  const isLess = after.stops.every((stop) => before.stops.some((old) => covers(old, stop)));
  const isAskedAgain = before.status === 'planned' && before.answer === 'accepted' && !(isSameDrive && isLess);
  return isAskedAgain ? { ...after, answer: 'none' } : after;
}

function covers(old: Stop, next: Stop): boolean {
  const oldCount = (item: string) => old.lines.find((line) => line.item === item)?.count ?? 0;
  return old.checkpoint === next.checkpoint && next.lines.every(({ item, count }) => count <= oldCount(item));
}

/** Field by field: what the person left alone stays as it is now. */
function mergePlans(run: RunBody, { was, now }: AmendArgs): Result<PlanFields & Pick<RunBody, 'stops'>, Rejection> {
  const names = ['label', 'window', 'kitchen', 'driver'] as const;
  const isTorn = names.some((name) => now[name] !== was[name] && run[name] !== was[name] && run[name] !== now[name]);
  const mark = stopsMarkOf(run.stops);
  const areStopsTorn = now.stops !== null && mark !== was.stops && mark !== stopsMarkOf(now.stops);
  if (isTorn || areStopsTorn) return err({ code: 'changedMeanwhile' });
  const pick = <N extends (typeof names)[number]>(name: N) => (now[name] === was[name] ? run[name] : now[name]);
  const fields = { window: pick('window'), kitchen: pick('kitchen'), driver: pick('driver') };
  return ok({ label: now.label === was.label ? run.label : now.label, ...fields, stops: now.stops ?? run.stops });
}

function namesOf({ now }: AmendArgs): readonly NamedKey[] {
  return namesOfPlan({ ...now, stops: now.stops ?? [] });
}
