import type { ItemBody, MealWindowBody } from '#domain/catalogue.ts';
import { dayRequirementId } from '#domain/derived-ids.ts';
import type { CheckpointBody, KitchenBody } from '#domain/places.ts';
import type { RunBody } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import type { ReturnableBody } from '#domain/returnable.ts';
import { runProgress, standingRecord, type StopProgress, type StopRecord } from '#domain/views/run-progress.ts';
import type { IdentifiedCount } from '#domain/views/standing-counts.ts';
import type { PhoneDatabase } from '../database.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import type { RecordStanding } from '../unsent-state.ts';
import { ownRecords } from './own-records.ts';

/** What a phone may know of a place: all of it for the stops of its own runs, else the name, else nothing yet. */
export type KnownPlace = Pick<CheckpointBody, 'name' | 'otherNames' | 'code'> &
  Partial<Pick<CheckpointBody, 'landmark' | 'phone' | 'position'>>;

/** A run with everything that driving it needs. */
export type RunInFull = {
  readonly id: RowId;
  readonly run: RunBody;
  readonly isOwn: boolean;
  readonly stops: readonly StopProgress[];
  /** What was handed over on the run beside its stops. */
  readonly besides: readonly StopRecord[];
  readonly window: MealWindowBody | null;
  readonly kitchen: KitchenBody | null;
  readonly placesById: ReadonlyMap<RowId, KnownPlace>;
  readonly itemsById: ReadonlyMap<RowId, Pick<ItemBody, 'name' | 'unit'>>;
  /** Thermoses and crates: the sorts that are in use, and what was counted of them on this run. */
  readonly returnablesById: ReadonlyMap<RowId, ReturnableBody>;
  readonly counts: readonly IdentifiedCount[];
  /** Places where nothing is needed any more, and why; empty where nobody said why. */
  readonly calledOffByPlace: ReadonlyMap<RowId, string>;
  /** Where each delivery and correction is, by row id. */
  readonly standingsById: ReadonlyMap<RowId, RecordStanding>;
};

/** One run; null when it is not on this phone, or not any more. */
export async function runInFull(store: PhoneStore, id: string): Promise<RunInFull | null> {
  const found = await readRun(store.database, id as RowId);
  if (found === null) return null;
  const records = [...found.stops.flatMap((stop) => stop.records), ...found.besides];
  const rows = records.flatMap((record) => record.rows);
  return { ...found, standingsById: await ownRecords(store, rows) };
}

async function readRun(database: PhoneDatabase, id: RowId): Promise<Omit<RunInFull, 'standingsById'> | null> {
  const { run: runs, delivery, correction, mealWindow, kitchen, checkpoint, placeName, item, meta } = database;
  const { returnable, returnableCount, cancellation } = database;
  const places = [kitchen, checkpoint, placeName];
  const tables = [
    runs,
    delivery,
    correction,
    mealWindow,
    ...places,
    item,
    meta,
    returnable,
    returnableCount,
    cancellation,
  ];
  return database.transaction('r', tables, async () => {
    const run = (await runs.get(id))?.body;
    if (run === undefined) return null;
    const deliveries = await delivery.where('body.run').equals(id).toArray();
    const placeIds = run.stops.map((stop) => stop.checkpoint);
    const [corrections, items, whole, named, returnables, counts] = await Promise.all([
      correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections)),
      item.toArray(),
      checkpoint.bulkGet(placeIds),
      placeName.bulkGet(placeIds),
      returnable.toArray(),
      returnableCount.where('body.run').equals(id).toArray(),
    ]);
    const calledOff = await cancellation.bulkGet(cancellationIds(run));
    const [windowRow, kitchenRow, identity] = await Promise.all([
      run.window === null ? undefined : mealWindow.get(run.window),
      run.kitchen === null ? undefined : kitchen.get(run.kitchen),
      readMeta(database, 'identity'),
    ]);
    const known = [...named, ...whole].filter((row) => row !== undefined);
    const correctionsById = byId(corrections.filter((row) => row !== undefined));
    const besides = deliveries.filter(({ body }) => body.stop === null);
    return {
      id,
      run,
      isOwn: run.driver === identity?.member,
      stops: runProgress(run, deliveries, correctionsById),
      besides: besides.flatMap((row) => standingRecord(row.id, row.body, correctionsById) ?? []),
      window: windowRow?.body ?? null,
      kitchen: kitchenRow?.body ?? null,
      calledOffByPlace: new Map(calledOff.flatMap((row) => (row ? [[row.body.checkpoint, row.body.reason]] : []))),
      placesById: byId<KnownPlace>(known),
      itemsById: byId(items),
      returnablesById: byId(returnables),
      counts,
    };
  });
}

function byId<Body>(rows: readonly { readonly id: RowId; readonly body: Body }[]): ReadonlyMap<RowId, Body> {
  return new Map(rows.map(({ id, body }) => [id, body]));
}

function cancellationIds({ window, on, stops }: RunBody): RowId[] {
  return window === null ? [] : stops.map(({ checkpoint }) => dayRequirementId(checkpoint, window, on));
}
