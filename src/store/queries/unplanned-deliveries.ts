import type { PlaceNameBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import { standingRecord, type StopRecord } from '#domain/views/run-progress.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import type { RecordStanding } from '../unsent-state.ts';
import { ownRecords } from './own-records.ts';

export type UnplannedDelivery = {
  readonly record: StopRecord;
  readonly recordedAt: number;
  readonly place: PlaceNameBody | null;
  readonly standings: readonly RecordStanding[];
};

/** What this phone's member delivered beside all stops from a day on, the newest first; withdrawn ones are left out. */
export async function unplannedDeliveries(store: PhoneStore, from: string): Promise<readonly UnplannedDelivery[]> {
  const found = await readUnplanned(store, from);
  const standingsById = await ownRecords(
    store,
    found.flatMap(({ record }) => record.rows),
  );
  return found.map((one) => ({ ...one, standings: one.record.rows.flatMap((id) => standingsById.get(id) ?? []) }));
}

async function readUnplanned(
  { database }: PhoneStore,
  from: string,
): Promise<readonly Omit<UnplannedDelivery, 'standings'>[]> {
  const { delivery, correction, placeName, checkpoint, meta } = database;
  return database.transaction('r', [delivery, correction, placeName, checkpoint, meta], async () => {
    const identity = await readMeta(database, 'identity');
    const since = await delivery.where('body.on').aboveOrEqual(from).toArray();
    const own = since.filter(({ body }) => body.stop === null && body.member === identity?.member);
    const found = await Promise.all(
      own.map(async ({ id, body }) => {
        const [corrections, named, whole] = await Promise.all([
          correction.bulkGet([...body.corrections]),
          placeName.get(body.checkpoint),
          checkpoint.get(body.checkpoint),
        ]);
        const known = corrections.filter((row) => row !== undefined);
        const byId = new Map(known.map((row): [RowId, typeof row.body] => [row.id, row.body]));
        const record = standingRecord(id, body, byId);
        if (record === null) return [];
        return [{ record, recordedAt: body.recordedAt, place: whole?.body ?? named?.body ?? null }];
      }),
    );
    return found.flat().toSorted((a, b) => b.recordedAt - a.recordedAt);
  });
}
