import { assert } from '#lib/assert.ts';
import type { AvailabilityFields } from '../availability.ts';
import type { Mutation } from '../mutators.ts';
import type { Body } from '../rows.ts';
import type { Stop } from '../run.ts';
import type { Count, Day, Line, RowId } from '../scalars.ts';
import type { ThingKey } from './same-thing.ts';

/** One mutation to come. It names what it needs by key, because the ids of new rows are known only when they are saved. */
export type ImportStep =
  | { readonly type: 'item'; readonly key: ThingKey; readonly fields: Omit<Body<'item'>, 'status'> }
  | { readonly type: 'checkpoint'; readonly key: ThingKey; readonly fields: Omit<Body<'checkpoint'>, 'status'> }
  | { readonly type: 'window'; readonly key: ThingKey; readonly fields: Omit<Body<'mealWindow'>, 'status'> }
  | { readonly type: 'person'; readonly name: string; readonly phone: string | null }
  | {
      /** When somebody is free: what is here, and what the file has besides. */
      readonly type: 'freeTimes';
      readonly member: RowId;
      readonly was: AvailabilityFields | null;
      readonly now: AvailabilityFields;
    }
  | {
      readonly type: 'need';
      readonly place: ThingKey;
      readonly window: ThingKey;
      /** Null for every day of every week. */
      readonly on: Day | null;
      readonly headcount: number;
      readonly perHead: ImportedStop['lines'];
    }
  | {
      /** A run that is to be driven. */
      readonly type: 'plannedRun';
      readonly label: string;
      readonly on: Day;
      readonly window: ThingKey | null;
      readonly kitchen: RowId | null;
      readonly driver: RowId | null;
      readonly stops: readonly ImportedStop[];
    }
  | {
      readonly type: 'run';
      readonly source: string;
      readonly label: string;
      readonly on: Day;
      readonly stops: readonly ImportedStop[];
    };

export type ImportedStop = {
  readonly place: ThingKey;
  readonly lines: readonly { readonly item: ThingKey; readonly count: Count }[];
};

export type RowIds = ReadonlyMap<ThingKey, RowId>;

/** True when everything that the step names is here: after a refused place its runs must wait for the next attempt. */
export function isStepReady(step: ImportStep, rowIds: RowIds): boolean {
  return namedBy(step).every((key) => rowIds.has(key));
}

function namedBy(step: ImportStep): readonly ThingKey[] {
  switch (step.type) {
    case 'item':
    case 'checkpoint':
    case 'window':
    case 'person':
    case 'freeTimes':
      return [];
    case 'need':
      return [step.place, step.window, ...step.perHead.map(({ item }) => item)];
    case 'plannedRun':
      return [...(step.window === null ? [] : [step.window]), ...namedByStops(step.stops)];
    case 'run':
      return namedByStops(step.stops);
  }
}

function namedByStops(stops: readonly ImportedStop[]): readonly ThingKey[] {
  return stops.flatMap(({ place, lines }) => [place, ...lines.map(({ item }) => item)]);
}

/** The mutation of a step that is ready. */
export function stepToMutation(step: ImportStep, rowIds: RowIds): Mutation {
  switch (step.type) {
    case 'item':
      return { name: 'itemCreate', args: { fields: step.fields } };
    case 'checkpoint':
      return { name: 'checkpointCreate', args: { fields: step.fields } };
    case 'window':
      return { name: 'mealWindowCreate', args: { fields: step.fields } };
    case 'person':
      return { name: 'memberAdd', args: { name: step.name, phone: step.phone } };
    case 'freeTimes':
      return { name: 'availabilitySet', args: { member: step.member, was: step.was, now: step.now } };
    case 'need':
      return needToMutation(step, rowIds);
    case 'plannedRun': {
      const { label, on, kitchen, driver } = step;
      const window = step.window === null ? null : idOf(step.window, rowIds);
      return { name: 'runPlan', args: { label, on, window, kitchen, driver, stops: stopsOf(step.stops, rowIds) } };
    }
    case 'run': {
      const { source, label, on } = step;
      return { name: 'runImport', args: { source, label, on, window: null, stops: stopsOf(step.stops, rowIds) } };
    }
  }
}

const WEEK = 7;

function needToMutation(step: Extract<ImportStep, { type: 'need' }>, rowIds: RowIds): Mutation {
  const { on, headcount } = step;
  const checkpoint = idOf(step.place, rowIds);
  const window = idOf(step.window, rowIds);
  const perHead = linesOf(step.perHead, rowIds);
  if (on !== null) {
    const now = { headcount, perHead, priority: 'usual' as const };
    return { name: 'dayRequirementSet', args: { checkpoint, window, on, was: null, now } };
  }
  const headcounts = Array.from({ length: WEEK }, () => headcount);
  const now = { headcounts, perHead, priority: 'usual' as const, from: null, until: null };
  return { name: 'requirementSet', args: { checkpoint, window, was: null, now } };
}

function stopsOf(stops: readonly ImportedStop[], rowIds: RowIds): Stop[] {
  return stops.map(({ place, lines }) => ({ checkpoint: idOf(place, rowIds), lines: linesOf(lines, rowIds) }));
}

function linesOf(lines: ImportedStop['lines'], rowIds: RowIds): Line[] {
  return lines.map(({ item, count }) => ({ item: idOf(item, rowIds), count }));
}

function idOf(key: ThingKey, rowIds: RowIds): RowId {
  const id = rowIds.get(key);
  assert(id !== undefined, 'a step is performed before what it names');
  return id;
}
