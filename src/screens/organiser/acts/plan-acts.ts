import type { Args, Mutation } from '#domain/mutators.ts';
import type { RunBody } from '#domain/run.ts';
import { type PlanFields, stopsMarkOf } from '#domain/run-plan-fields.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Act } from './acts.ts';

type Plan = PlanFields & { readonly stops: RunBody['stops'] };
export type PlanChange = Partial<Plan>;

/** Changes a run's plan from what it was when somebody looked. */
export function amendAct(message: string, run: RowId, before: Plan, change: PlanChange): Act {
  const after: Plan = { ...planOf(before), ...change };
  return { message, mutations: [amendment(run, before, change)], undo: () => [amendment(run, after, before)] };
}

/** Makes runs; taking it back calls them off. */
export function planAct(message: string, runs: readonly Args<'runPlan'>[]): Act {
  return {
    message,
    mutations: runs.map((args) => ({ name: 'runPlan', args })),
    undo: (saved) => saved.map(({ firstRowId }) => ({ name: 'runCancel', args: { run: firstRowId, reason: '' } })),
  };
}

/** Says what is needed, or when somebody is free; taking it back says what was said before. */
export function settingAct(message: string, mutation: Mutation): Act {
  const { name, args } = mutation;
  const isSetting = 'was' in args && 'now' in args;
  const back = isSetting ? [{ name, args: { ...args, was: args.now, now: args.was } } as Mutation] : [];
  return { message, mutations: [mutation], undo: () => back };
}

/** The mutation of a change: what is not named stays as it is, also when somebody else changes it meanwhile. */
export function amendment(run: RowId, before: Plan, change: PlanChange): Mutation {
  const { stops, ...was } = planOf(before);
  const { stops: nextStops, ...now } = { ...planOf(before), ...change };
  const mark = stopsMarkOf(stops);
  const isSameStops = mark === stopsMarkOf(nextStops);
  return {
    name: 'runAmend',
    args: { run, was: { ...was, stops: mark }, now: { ...now, stops: isSameStops ? null : nextStops } },
  };
}

function planOf({ label, window, kitchen, driver, stops }: Plan): Plan {
  return { label, window, kitchen, driver, stops };
}
