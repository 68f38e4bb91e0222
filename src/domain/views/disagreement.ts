import { batchId, dayRequirementId, requirementId } from '../derived-ids.ts';
import type { Args, Mutation } from '../mutators.ts';
import type { Body, RowKey } from '../rows.ts';
import type { RunBody } from '../run.ts';
import type { VehicleBody } from '../supply.ts';
import { stopsMarkOf } from '../run-plan-fields.ts';
import { type KnownRun, moveDisagreement } from './move-disagreement.ts';
import type { Disagreement, PlanVersion } from './plan-version.ts';
import { isSame } from '#lib/same.ts';

/**
 * The row about which two people can disagree; undefined for mutations that nobody chooses between.
 */
export function contestedRow({ name, args }: Mutation): RowKey | undefined {
  switch (name) {
    case 'requirementSet':
      return { kind: 'requirement', id: requirementId(args.checkpoint, args.window) };
    case 'dayRequirementSet':
      return { kind: 'dayRequirement', id: dayRequirementId(args.checkpoint, args.window, args.on) };
    case 'cancellationSet':
      return { kind: 'cancellation', id: dayRequirementId(args.checkpoint, args.window, args.on) };
    case 'batchSet':
      return { kind: 'batch', id: batchId(args.kitchen, args.window, args.on) };
    case 'itemTraitsSet':
      return { kind: 'itemTraits', id: args.item };
    case 'availabilitySet':
      return { kind: 'availability', id: args.member };
    case 'vehicleAmend':
      return { kind: 'vehicle', id: args.id };
    case 'runAmend':
      return { kind: 'run', id: args.run };
    case 'stopsMove':
      return { kind: 'run', id: args.from };
    default:
      return undefined;
  }
}

/**
 * Both versions, from a refused mutation and the row as it is now; undefined where there is nothing to choose.
 * @param sameDay the runs of that day, where the mutation is about a run
 */
export function disagreementOf(
  mutation: Mutation,
  body: Body | undefined,
  sameDay: readonly KnownRun[],
): Disagreement | undefined {
  switch (mutation.name) {
    case 'requirementSet': {
      const row = body as Body<'requirement'> | undefined;
      const was = row === undefined ? null : without(row, ['checkpoint', 'window']);
      return settled(mutation, was, (now) => ({ type: 'need', headcounts: now.headcounts, perHead: now.perHead }));
    }
    case 'dayRequirementSet': {
      const row = body as Body<'dayRequirement'> | undefined;
      const was = row === undefined ? null : without(row, ['checkpoint', 'window', 'on']);
      return settled(mutation, was, (now) => ({ type: 'need', headcounts: [now.headcount], perHead: now.perHead }));
    }
    case 'cancellationSet': {
      const row = body as Body<'cancellation'> | undefined;
      const was = row === undefined ? null : { reason: row.reason };
      return settled(mutation, was, (now) => ({ type: 'calledOff', reason: now.reason }));
    }
    case 'batchSet': {
      const row = body as Body<'batch'> | undefined;
      const was = row === undefined ? null : without(row, ['kitchen', 'window', 'on']);
      return settled(mutation, was, (now) => ({ type: 'batch', ...now }));
    }
    case 'itemTraitsSet': {
      const was = (body as Body<'itemTraits'> | undefined) ?? null;
      return settled(mutation, was, (now) => ({ type: 'traits', ...now }));
    }
    case 'availabilitySet': {
      const row = body as Body<'availability'> | undefined;
      const was = row === undefined ? null : without(row, ['member']);
      return settled(mutation, was, (now) => ({ type: 'free', ...now }));
    }
    case 'vehicleAmend':
      return body === undefined ? undefined : vehicleAmended(mutation.args, body as VehicleBody);
    case 'stopsMove':
      return moveDisagreement(mutation.args, sameDay);
    case 'runAmend':
      return body === undefined ? undefined : amended(mutation.args, body as RunBody);
    default:
      return undefined;
  }
}

type Setting =
  | 'requirementSet'
  | 'dayRequirementSet'
  | 'cancellationSet'
  | 'batchSet'
  | 'itemTraitsSet'
  | 'availabilitySet';

function settled<N extends Setting, F extends NonNullable<Args<N>['now']>>(
  { name, args }: { readonly name: N; readonly args: Args<N> },
  was: F | null,
  versionOf: (fields: F) => PlanVersion,
): Disagreement | undefined {
  const now = args.now as F | null;
  if (isSame(was, now)) return undefined;
  const version = (fields: F | null): PlanVersion => (fields === null ? { type: 'nothing' } : versionOf(fields));
  return { mine: version(now), theirs: version(was), takeMine: [{ name, args: { ...args, was } } as Mutation] };
}

/** What they left alone stays as it is now. */
function amended({ run, was, now }: Args<'runAmend'>, body: RunBody): Disagreement {
  const { label, window, kitchen, driver, stops } = body;
  const current = { label, window, kitchen, driver };
  const wanted = {
    label: now.label === was.label ? label : now.label,
    window: now.window === was.window ? window : now.window,
    kitchen: now.kitchen === was.kitchen ? kitchen : now.kitchen,
    driver: now.driver === was.driver ? driver : now.driver,
  };
  return {
    mine: { type: 'run', ...wanted, stops: now.stops ?? stops },
    theirs: { type: 'run', ...current, stops },
    takeMine: [
      {
        name: 'runAmend',
        args: { run, was: { ...current, stops: stopsMarkOf(stops) }, now: { ...wanted, stops: now.stops } },
      },
    ],
  };
}

function vehicleAmended({ id, now }: Args<'vehicleAmend'>, was: VehicleBody): Disagreement | undefined {
  const wanted = { ...now, status: 'open' } as const;
  if (isSame(was, wanted)) return undefined;
  const takeMine: Mutation = { name: 'vehicleAmend', args: { id, was, now } };
  return { mine: { type: 'vehicle', ...wanted }, theirs: { type: 'vehicle', ...was }, takeMine: [takeMine] };
}

function without<B extends object, K extends keyof B>(body: B, keys: readonly K[]): Omit<B, K> {
  return Object.fromEntries(Object.entries(body).filter(([key]) => !keys.some((one) => one === key))) as Omit<B, K>;
}
