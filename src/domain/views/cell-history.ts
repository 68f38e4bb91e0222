import type { CorrectionBody, DeliveryBody } from '../delivery.ts';
import { dayRequirementId, requirementId } from '../derived-ids.ts';
import type { Args, Mutation } from '../mutators.ts';
import type { DayRequirementFields, RequirementFields } from '../requirement.ts';
import type { RunBody, Stop } from '../run.ts';
import type { Day, Line, RowId } from '../scalars.ts';
import type { Identified } from './coverage/coverage-rows.ts';
import { deliveryHistory, type HistoryStep } from './delivery-history.ts';

export type CellKey = { readonly checkpoint: RowId; readonly window: RowId; readonly on: Day };
/** A plan's mutation that this phone made itself; `firstRow` is the row that it made, if it makes one. */
export type OwnEntry = {
  readonly mutation: Mutation;
  readonly claimedAt: number;
  readonly firstRow: RowId;
  readonly standing: 'counts' | 'refused';
};

/** For how many, on one day or on each of the week, and what each of them gets. */
export type SaidAmounts = { readonly headcounts: readonly number[]; readonly perHead: RequirementFields['perHead'] };
export type CellChange =
  | { readonly type: 'standing' | 'day'; readonly was: SaidAmounts | null; readonly now: SaidAmounts | null }
  /** Null: it is needed after all. */
  | { readonly type: 'calledOff'; readonly reason: string | null }
  | { readonly type: 'planned' | 'changed'; readonly run: RowId; readonly lines: readonly Line[] }
  | { readonly type: 'left' | 'moved' | 'runCalledOff'; readonly run: RowId }
  | { readonly type: 'driver'; readonly run: RowId; readonly driver: RowId | null }
  | { readonly type: 'record'; readonly step: HistoryStep };

/** One thing that somebody did to a cell; `at` null where this phone was not told when, epoch ms otherwise. */
export type CellStep = {
  readonly at: number | null;
  readonly by: RowId | null;
  readonly isRefused: boolean;
  readonly change: CellChange;
};

export type CellHistoryRows = {
  /** This phone's holder. */
  readonly self: RowId;
  /** Oldest first. */
  readonly entries: readonly OwnEntry[];
  /** Of the day. */
  readonly runs: readonly Identified<RunBody>[];
  /** Who made a run, from the device in its id; undefined where that is not known. */
  readonly makerOf: (run: RowId) => RowId | undefined;
  readonly deliveries: readonly Identified<DeliveryBody>[];
  readonly correctionsById: ReadonlyMap<RowId, CorrectionBody>;
};

/**
 * What became of a cell, oldest first, as far as this phone holds it: what was done on it, with what was there before; runs of
 * others as they stand; and every record with its corrections. Feeds tell how rows stand and not who changed them, so other
 * organisers' changes have no step of their own.
 */
export function cellHistory(cell: CellKey, rows: CellHistoryRows): readonly CellStep[] {
  const own = ownSteps(cell, rows);
  const ownRuns = new Set(rows.entries.map(({ firstRow }) => firstRow));
  const others = rows.runs
    .filter(({ id, body }) => !ownRuns.has(id) && body.window === cell.window)
    .flatMap(({ id, body }): readonly CellStep[] => {
      const lines = linesAt(body.stops, cell.checkpoint);
      if (lines === null) return [];
      const change: CellChange = { type: 'planned', run: id, lines };
      return [{ at: null, by: rows.makerOf(id) ?? null, isRefused: false, change }];
    });
  const timed = [...own, ...recordSteps(cell, rows)].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [...others, ...timed];
}

function recordSteps(cell: CellKey, { runs, deliveries, correctionsById }: CellHistoryRows): readonly CellStep[] {
  const windowByRun = new Map(runs.map(({ id, body }) => [id, body.window]));
  const here = deliveries.filter(({ body }) => {
    const window = (body.run === null ? undefined : windowByRun.get(body.run)) ?? body.window;
    return body.checkpoint === cell.checkpoint && window === cell.window;
  });
  return here
    .flatMap(({ id, body }) => deliveryHistory(id, body, correctionsById))
    .map((step) => ({ at: step.at, by: step.member, isRefused: false, change: { type: 'record', step } }));
}

/** What is known of a run while its entries are read: in which window it is, and what it brings here. */
type Known = { readonly window: RowId | null; readonly lines: readonly Line[] | null };

function ownSteps(cell: CellKey, { self, entries, runs }: CellHistoryRows): readonly CellStep[] {
  const known = new Map<RowId, Known>();
  const comesHere = (run: RowId): boolean => {
    const body = runs.find(({ id }) => id === run)?.body;
    const now = body?.window === cell.window && linesAt(body.stops, cell.checkpoint) !== null;
    const then = known.get(run);
    return now || (then?.window === cell.window && then.lines !== null);
  };
  return entries.flatMap(({ mutation, claimedAt, firstRow, standing }) => {
    const isRefused = standing === 'refused';
    const changes =
      needChanges(cell, mutation) ?? runChanges(cell, mutation, { firstRow, known, comesHere, isRefused });
    return changes.map((change) => ({ at: claimedAt, by: self, isRefused, change }));
  });
}

/** Undefined for what is not about needs. */
function needChanges(cell: CellKey, { name, args }: Mutation): readonly CellChange[] | undefined {
  const { checkpoint, window, on } = cell;
  const dayId = dayRequirementId(checkpoint, window, on);
  switch (name) {
    case 'requirementSet':
      if (requirementId(args.checkpoint, args.window) !== requirementId(checkpoint, window)) return [];
      return [{ type: 'standing', was: standingAmounts(args.was), now: standingAmounts(args.now) }];
    case 'dayRequirementSet':
      if (dayRequirementId(args.checkpoint, args.window, args.on) !== dayId) return [];
      return [{ type: 'day', was: dayAmounts(args.was), now: dayAmounts(args.now) }];
    case 'cancellationSet':
      if (dayRequirementId(args.checkpoint, args.window, args.on) !== dayId) return [];
      return [{ type: 'calledOff', reason: args.now === null ? null : args.now.reason }];
    default:
      return undefined;
  }
}

type RunTelling = {
  readonly firstRow: RowId;
  readonly known: Map<RowId, Known>;
  readonly comesHere: (run: RowId) => boolean;
  readonly isRefused: boolean;
};

function runChanges(cell: CellKey, mutation: Mutation, telling: RunTelling): readonly CellChange[] {
  const { firstRow, known, comesHere, isRefused } = telling;
  switch (mutation.name) {
    case 'runPlan': {
      const { on, window, stops } = mutation.args;
      const lines = linesAt(stops, cell.checkpoint);
      if (on !== cell.on || window !== cell.window || lines === null) return [];
      if (!isRefused) known.set(firstRow, { window, lines });
      return [{ type: 'planned', run: firstRow, lines }];
    }
    case 'runAmend':
      return amendChanges(cell, mutation.args, telling);
    case 'runAssign': {
      const { run, driver } = mutation.args;
      return comesHere(run) ? [{ type: 'driver', run, driver }] : [];
    }
    case 'runCancel':
      return comesHere(mutation.args.run) ? [{ type: 'runCalledOff', run: mutation.args.run }] : [];
    case 'stopsMove': {
      const { from, into } = mutation.args;
      const run = [into ?? firstRow, from].find(comesHere);
      return run === undefined ? [] : [{ type: 'moved', run }];
    }
    default:
      return [];
  }
}

function amendChanges(cell: CellKey, args: Args<'runAmend'>, telling: RunTelling): readonly CellChange[] {
  const { known, comesHere, isRefused } = telling;
  const { run, was, now } = args;
  const wasHere = comesHere(run);
  const lines = now.stops === null ? null : linesAt(now.stops, cell.checkpoint);
  const isInWindow = now.window === cell.window;
  const changes: CellChange[] = [];
  if (now.stops !== null && lines !== null && isInWindow) changes.push({ type: 'changed', run, lines });
  if (wasHere && ((now.stops !== null && lines === null) || !isInWindow)) changes.push({ type: 'left', run });
  if (now.driver !== was.driver && (wasHere || changes.length > 0))
    changes.push({ type: 'driver', run, driver: now.driver });
  if (!isRefused && now.stops !== null) known.set(run, { window: now.window, lines });
  return changes;
}

function linesAt(stops: readonly Stop[], checkpoint: RowId): readonly Line[] | null {
  return stops.find((stop) => stop.checkpoint === checkpoint)?.lines ?? null;
}

function standingAmounts(fields: RequirementFields | null): SaidAmounts | null {
  return fields === null ? null : { headcounts: fields.headcounts, perHead: fields.perHead };
}

function dayAmounts(fields: DayRequirementFields | null): SaidAmounts | null {
  return fields === null ? null : { headcounts: [fields.headcount], perHead: fields.perHead };
}
