import * as v from 'valibot';
import { err, ok, type Result } from '#lib/result.ts';
import { isSame } from '#lib/same.ts';
import { type Context, newRowId } from '../context.ts';
import { joinStops } from '../join-stops.ts';
import { defineMutator } from '../mutation.ts';
import type { Rejection } from '../rejection.ts';
import { type Patch, put } from '../rows.ts';
import { runBody, type RunBody, type Stop, stops } from '../run.ts';
import { note, type RowId, rowId } from '../scalars.ts';
import { checkNamed, found, type NamedKey } from './found.ts';
import { asked } from './run-amend.ts';

const args = v.object({
  from: rowId,
  /** The stops that move, as the person saw them. Where no other is left behind the run is called off. */
  stops,
  /** Null for a new run of the same day, window and kitchen, with this label and driver. */
  into: v.nullable(rowId),
  label: runBody.entries.label,
  driver: v.nullable(rowId),
  /** Why, for the driver whose run is called off. */
  reason: note,
});
type MoveArgs = v.InferOutput<typeof args>;

/**
 * Splits a run, merges it into another, or gives some of its stops to somebody else: all in one, so that no stop is ever
 * planned twice or not at all in between. What else has changed in either run meanwhile stays; only where one of these
 * stops has gone or got other amounts the person is refused, and chooses.
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
    if (refusal !== undefined) return refusal;
    const staying = stopsLeft(from.value.stops, given.stops);
    if (staying === undefined) return err({ code: 'changedMeanwhile' });
    return moved(from.value, staying, into.value, given, context);
  },
});

function driverOf({ into, driver }: MoveArgs): readonly NamedKey[] {
  return into !== null || driver === null ? [] : [{ kind: 'member', id: driver }];
}

function refusalOf(from: RunBody, into: RunBody | null, given: MoveArgs): Result<never, Rejection> | undefined {
  const isToDrive = (run: RunBody) => run.status === 'planned' || run.status === 'underWay';
  if (!isToDrive(from) || (into !== null && (!isToDrive(into) || into.on !== from.on)))
    return err({ code: 'wrongStatus' });
  return given.into === given.from ? err({ code: 'changedMeanwhile' }) : undefined;
}

/** The stops without those that move; undefined when one of these is not there as it was seen. */
function stopsLeft(before: readonly Stop[], moving: readonly Stop[]): Stop[] | undefined {
  const left = [...before];
  for (const stop of moving) {
    const at = left.findIndex((one) => isSame(one, stop));
    if (at === -1) return undefined;
    left.splice(at, 1);
  }
  return left;
}

function moved(
  from: RunBody,
  staying: Stop[],
  into: RunBody | null,
  given: MoveArgs,
  context: Context,
): Result<readonly Patch[], Rejection> {
  const joined = joinStops(into?.stops ?? [], given.stops);
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
