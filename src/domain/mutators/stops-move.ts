import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId } from '../context.ts';
import { joinStops } from '../join-stops.ts';
import { defineMutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { type Patch, put } from '../rows.ts';
import { runBody, type RunBody, type Stop } from '../run.ts';
import { stopsMark, stopsMarkOf } from '../run-plan-fields.ts';
import { MAX_STOPS, note, type RowId, rowId } from '../scalars.ts';
import { checkNamed, found, type NamedKey } from './found.ts';
import { asked } from './run-amend.ts';

const args = v.object({
  from: rowId,
  /** The stops of both runs as the person saw them. */
  fromWas: stopsMark,
  /** Which stops; all of them merge the run into the other and call it off. */
  stops: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_STOPS - 1))),
    v.minLength(1),
    v.maxLength(MAX_STOPS),
  ),
  /** Null for a new run of the same day, window and kitchen, with this label and driver. */
  into: v.nullable(rowId),
  intoWas: v.nullable(stopsMark),
  label: runBody.entries.label,
  driver: v.nullable(rowId),
  /** Why, for the driver whose run is called off. */
  reason: note,
});
type MoveArgs = v.InferOutput<typeof args>;

/**
 * Splits a run, merges it into another, or gives some of its stops to somebody else: all in one, so that no stop is ever
 * planned twice or not at all in between.
 */
export const stopsMove = defineMutator<MoveArgs>({
  version: 1,
  nature: 'plan',
  args,
  reads: (given) => {
    const into: readonly RowId[] = given.into === null ? [] : [given.into];
    return [...[given.from, ...into].map((id) => ({ kind: 'run' as const, id })), ...driverOf(given)];
  },
  decide: (rows, given, context) => {
    const from = found(rows, 'run', given.from);
    if (!from.ok) return from;
    const into = given.into === null ? ok(null) : found(rows, 'run', given.into);
    if (!into.ok) return into;
    const checked = checkNamed(rows, driverOf(given));
    if (!checked.ok) return checked;
    const refusal = refusalOf(from.value, into.value, given);
    return refusal ?? moved(from.value, into.value, given, context);
  },
});

function driverOf({ into, driver }: MoveArgs): readonly NamedKey[] {
  return into !== null || driver === null ? [] : [{ kind: 'member', id: driver }];
}

function refusalOf(from: RunBody, into: RunBody | null, given: MoveArgs): Result<never, Rejection> | undefined {
  const isToDrive = (run: RunBody) => run.status === 'planned' || run.status === 'underWay';
  if (!isToDrive(from) || (into !== null && (!isToDrive(into) || into.on !== from.on)))
    return err({ code: 'wrongStatus' });
  const isElsewhere = given.into === given.from || given.stops.some((index) => index >= from.stops.length);
  const isChanged =
    stopsMarkOf(from.stops) !== given.fromWas || (into !== null && stopsMarkOf(into.stops) !== given.intoWas);
  if (isElsewhere || isChanged) return err({ code: 'changedMeanwhile' });
  return undefined;
}

function moved(
  from: RunBody,
  into: RunBody | null,
  given: MoveArgs,
  context: Context,
): Result<readonly Patch[], Rejection> {
  const leaving = from.stops.filter((_, index) => given.stops.includes(index));
  const staying = from.stops.filter((_, index) => !given.stops.includes(index));
  const joined = joinStops(into?.stops ?? [], leaving);
  if (!joined.ok) return joined;
  const calledOff = { status: from.status === 'planned' ? 'cancelled' : 'abandoned', reason: given.reason } as const;
  const left = staying.length === 0 ? { ...from, ...calledOff } : { ...from, stops: staying };
  const target: Patch =
    into === null || given.into === null
      ? put('run', newRowId(context), freshRun(from, joined.value, given))
      : put('run', given.into, asked(into, { ...into, stops: joined.value }));
  return ok([put('run', given.from, left), target]);
}

function freshRun({ on, window, kitchen }: RunBody, stops: Stop[], { label, driver }: MoveArgs): RunBody {
  const begun = { answer: 'none', status: 'planned', reason: '', importedFrom: null, hasLeftPhone: false } as const;
  return { label, on, window, kitchen, driver, stops, loaded: [], ...begun };
}
