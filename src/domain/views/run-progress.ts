import type { CorrectionBody, DeliveryBody, RecordedHow, ShortReason } from '../delivery.ts';
import type { RunBody } from '../run.ts';
import type { Line, RowId } from '../scalars.ts';
import { countedDelivery } from './counted-delivery.ts';
import { countedOnce } from './counted-once.ts';
import { stopOfDelivery } from './stop-of-delivery.ts';

/** One record that counts for a stop. */
export type StopRecord = {
  readonly delivery: RowId;
  readonly lines: readonly Line[];
  readonly reason: ShortReason | null;
  readonly isCorrected: boolean;
  readonly how: RecordedHow;
  /** Null where this phone is not to know, or nobody knows any more. */
  readonly member: RowId | null;
  /** The ids of the rows that a person made about it: the delivery itself and its corrections, oldest first. */
  readonly rows: readonly RowId[];
};

/** A stop of a run, and what is known of it. */
export type StopProgress = {
  readonly index: number;
  readonly checkpoint: RowId;
  readonly planned: readonly Line[];
  /** What counts for it; more than one when two phones went, or one phone twice. */
  readonly records: readonly StopRecord[];
  readonly state: 'open' | 'asPlanned' | 'notAsPlanned';
};

/** Every stop of a run with what was recorded for it. A withdrawn record leaves its stop open. */
export function runProgress(
  run: Pick<RunBody, 'stops'>,
  deliveries: readonly { readonly id: RowId; readonly body: DeliveryBody }[],
  correctionsById: ReadonlyMap<RowId, CorrectionBody>,
): readonly StopProgress[] {
  const records = countedOnce(deliveries, correctionsById).flatMap(({ id, body }) => {
    const record = standingRecord(id, body, correctionsById);
    return record === null ? [] : [{ stop: stopOfDelivery(run.stops, body), record }];
  });
  return run.stops.map(({ checkpoint, lines }, index) => {
    const own = records.filter(({ stop }) => stop === index).map(({ record }) => record);
    return { index, checkpoint, planned: lines, records: own, state: stateOf(lines, own) };
  });
}

/** A delivery as a record that counts; null when it was withdrawn. */
export function standingRecord(
  id: RowId,
  body: DeliveryBody,
  correctionsById: ReadonlyMap<RowId, CorrectionBody>,
): StopRecord | null {
  const counted = countedDelivery(body, correctionsById);
  if (counted.type === 'withdrawn') return null;
  const { how, member, corrections } = body;
  return { ...counted, how, member, delivery: id, rows: [id, ...corrections] };
}

/** What was handed over at a stop by all its records together, each item once. */
export function deliveredLines(records: readonly Pick<StopRecord, 'lines'>[]): readonly Line[] {
  const countsByItem = new Map<RowId, number>();
  for (const { item, count } of records.flatMap(({ lines }) => lines))
    countsByItem.set(item, (countsByItem.get(item) ?? 0) + count);
  return [...countsByItem].map(([item, count]) => ({ item, count: count as Line['count'] }));
}

/** True when both name the same amounts, in whatever order; nothing of an item is the same as not naming it. */
export function isSameAmounts(some: readonly Line[], others: readonly Line[]): boolean {
  const amounts = (lines: readonly Line[]) =>
    deliveredLines([{ lines }])
      .filter(({ count }) => count > 0)
      .map(({ item, count }) => `${item} ${count}`)
      .toSorted()
      .join('\n');
  return amounts(some) === amounts(others);
}

function stateOf(planned: readonly Line[], records: readonly StopRecord[]): StopProgress['state'] {
  if (records.length === 0) return 'open';
  return isSameAmounts(planned, deliveredLines(records)) ? 'asPlanned' : 'notAsPlanned';
}
