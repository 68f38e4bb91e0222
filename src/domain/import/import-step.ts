import { assert } from '#lib/assert.ts';
import type { Mutation } from '../mutators.ts';
import type { Body } from '../rows.ts';
import type { Count, Day, Line, RowId } from '../scalars.ts';
import type { ThingKey } from './same-thing.ts';

/** One mutation to come. It names what it needs by key, because the ids of new rows are known only when they are saved. */
export type ImportStep =
  | { readonly type: 'item'; readonly key: ThingKey; readonly fields: Omit<Body<'item'>, 'status'> }
  | { readonly type: 'checkpoint'; readonly key: ThingKey; readonly fields: Omit<Body<'checkpoint'>, 'status'> }
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
  if (step.type !== 'run') return true;
  return step.stops.every(({ place, lines }) => rowIds.has(place) && lines.every(({ item }) => rowIds.has(item)));
}

/** The mutation of a step that is ready. */
export function stepToMutation(step: ImportStep, rowIds: RowIds): Mutation {
  switch (step.type) {
    case 'item':
      return { name: 'itemCreate', args: { fields: step.fields } };
    case 'checkpoint':
      return { name: 'checkpointCreate', args: { fields: step.fields } };
    case 'run': {
      const { source, label, on } = step;
      const stops = step.stops.map(({ place, lines }) => ({
        checkpoint: idOf(place, rowIds),
        lines: lines.map(({ item, count }): Line => ({ item: idOf(item, rowIds), count })),
      }));
      return { name: 'runImport', args: { source, label, on, window: null, stops } };
    }
  }
}

function idOf(key: ThingKey, rowIds: RowIds): RowId {
  const id = rowIds.get(key);
  assert(id !== undefined, 'a step is performed before what it names');
  return id;
}
