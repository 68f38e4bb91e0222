import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { RunBody } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '../phone-store.ts';
import type { RecordStanding } from '../unsent-state.ts';
import { ownRecords } from './own-records.ts';

/** A run and everything that was said about it. */
export type RunRecord = {
  readonly id: RowId;
  readonly run: RunBody;
  readonly deliveries: readonly { readonly id: RowId; readonly body: DeliveryBody }[];
  readonly correctionsById: ReadonlyMap<RowId, CorrectionBody>;
  /** Where each delivery and correction is, by row id. */
  readonly standingsById: ReadonlyMap<RowId, RecordStanding>;
};

/** One run as an organiser reads it; null when it is not here. */
export async function runRecord(store: PhoneStore, id: string): Promise<RunRecord | null> {
  const { run, delivery, correction } = store.database;
  const found = await store.database.transaction('r', [run, delivery, correction], async () => {
    const row = await run.get(id as RowId);
    if (row === undefined) return null;
    const deliveries = await delivery.where('body.run').equals(id).toArray();
    const rows = await correction.bulkGet(deliveries.flatMap(({ body }) => body.corrections));
    const corrections = rows.filter((found) => found !== undefined);
    return { id: row.id, run: row.body, deliveries, corrections };
  });
  if (found === null) return null;
  const { corrections, ...rest } = found;
  const rows = [...rest.deliveries, ...corrections].map((row) => row.id);
  return {
    ...rest,
    correctionsById: new Map(corrections.map((row) => [row.id, row.body])),
    standingsById: await ownRecords(store, rows),
  };
}
