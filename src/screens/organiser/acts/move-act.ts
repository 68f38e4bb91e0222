import { joinStops } from '#domain/join-stops.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RunBody } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Act } from './acts.ts';
import { amendment } from './plan-acts.ts';

type Run = { readonly id: RowId; readonly body: RunBody };

/** Gives some stops of a run to another one, or to a new one; with all of them it is called off. */
export function moveAct(
  message: string,
  from: Run,
  stops: readonly number[],
  into: Run | { readonly driver: RowId | null; readonly label: string },
): Act {
  const isThere = 'id' in into;
  const staying = from.body.stops.filter((_, index) => !stops.includes(index));
  const leaving = from.body.stops.filter((_, index) => stops.includes(index));
  const args = {
    from: from.id,
    stops: leaving,
    into: isThere ? into.id : null,
    label: isThere ? '' : into.label,
    driver: isThere ? null : into.driver,
    reason: '',
  };
  return {
    message,
    mutations: [{ name: 'stopsMove', args }],
    undo: (saved) => [
      ...(isThere ? backFrom(into, leaving) : calledOff(saved[0]?.firstRowId)),
      staying.length === 0 ? planAgain(from.body) : amendment(from.id, { ...from.body, stops: staying }, from.body),
    ],
  };
}

function backFrom(into: Run, leaving: RunBody['stops']): readonly Mutation[] {
  const joined = joinStops(into.body.stops, leaving);
  return joined.ok ? [amendment(into.id, { ...into.body, stops: joined.value }, into.body)] : [];
}

function calledOff(run: RowId | undefined): readonly Mutation[] {
  return run === undefined ? [] : [{ name: 'runCancel', args: { run, reason: '' } }];
}

/** A run that was called off is over; the same once more takes its place. */
function planAgain({ label, on, window, kitchen, driver, stops }: RunBody): Mutation {
  return { name: 'runPlan', args: { label, on, window, kitchen, driver, stops } };
}
