import { joinStops } from '../join-stops.ts';
import type { Args, Mutation } from '../mutators.ts';
import type { RunBody, Stop } from '../run.ts';
import { stopsMarkOf } from '../run-plan-fields.ts';
import type { RowId } from '../scalars.ts';
import type { Disagreement, RunVersion } from './plan-version.ts';

export type KnownRun = { readonly id: RowId; readonly body: RunBody };
type MoveArgs = Args<'stopsMove'>;
/** Stops that were to move, where they stand now. */
type Holding = { readonly run: KnownRun; readonly stops: Stop[] };

/**
 * What became meanwhile of stops that somebody wanted to move: where they stand now, in the same meal window, and how they
 * come after all to where they were wanted - from there, with the amounts that they have now; what was taken off
 * altogether is planned anew. Nothing is planned twice by that. Undefined where there is no such choice any more.
 * @param sameDay all runs of that day
 */
export function moveDisagreement(args: MoveArgs, sameDay: readonly KnownRun[]): Disagreement | undefined {
  const from = sameDay.find(({ id }) => id === args.from);
  const into = sameDay.find(({ id }) => id === args.into);
  if (from === undefined || (args.into !== null && (into === undefined || !isToDrive(into)))) return undefined;
  const others = sameDay.filter(
    ({ id, body }) => id !== args.from && id !== args.into && body.window === from.body.window,
  );
  const holdings = holdingsOf(args.stops, [from, ...others].filter(isToDrive));
  const held = holdings.flatMap(({ stops }) => stops);
  const gone = args.stops.filter((stop) => !isAt(stop, held) && !isAt(stop, into?.body.stops ?? []));
  if (held.length + gone.length === 0) return undefined;
  const target = into?.body ?? { ...from.body, label: args.label, driver: args.driver };
  return {
    mine: { type: 'run', ...versionOf(target, [...held, ...gone]) },
    theirs:
      holdings.length === 0
        ? { type: 'nothing' }
        : { type: 'runs', runs: holdings.map(({ run, stops }) => versionOf(run.body, stops)) },
    takeMine: [
      ...(gone.length === 0 ? [] : planned(gone, into, { ...target, on: from.body.on })),
      ...holdings.map(({ run, stops }): Mutation => ({ name: 'stopsMove', args: { ...args, from: run.id, stops } })),
    ],
  };
}

function isToDrive({ body: { status } }: KnownRun): boolean {
  return status === 'planned' || status === 'underWay';
}

function isAt({ checkpoint }: Stop, stops: readonly Stop[]): boolean {
  return stops.some((stop) => stop.checkpoint === checkpoint);
}

/** Each place at the first run that goes there. */
function holdingsOf(wanted: readonly Stop[], runs: readonly KnownRun[]): readonly Holding[] {
  const found: Stop[] = [];
  return runs.flatMap((run) => {
    const stops = run.body.stops.filter((stop) => isAt(stop, wanted) && !isAt(stop, found));
    found.push(...stops);
    return stops.length === 0 ? [] : [{ run, stops }];
  });
}

function versionOf({ label, window, kitchen, driver }: RunBody, stops: Stop[]): RunVersion {
  return { label, window, kitchen, driver, stops };
}

/** Stops that no run has any more, where they were wanted. */
function planned(stops: Stop[], into: KnownRun | undefined, target: RunBody): readonly Mutation[] {
  const { label, on, window, kitchen, driver } = target;
  if (into === undefined) return [{ name: 'runPlan', args: { label, on, window, kitchen, driver, stops } }];
  const joined = joinStops(into.body.stops, stops);
  const fields = { label, window, kitchen, driver };
  if (!joined.ok) return [];
  const was = { ...fields, stops: stopsMarkOf(into.body.stops) };
  return [{ name: 'runAmend', args: { run: into.id, was, now: { ...fields, stops: joined.value } } }];
}
