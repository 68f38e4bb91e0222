import type { CorrectionBody, DeliveryBody, ShortReason } from '../delivery.ts';
import type { Line, RowId } from '../scalars.ts';

/** What counts of a delivery now. */
export type CountedDelivery =
  | {
      readonly type: 'stands';
      readonly lines: readonly Line[];
      readonly reason: ShortReason | null;
      readonly isCorrected: boolean;
    }
  | { readonly type: 'withdrawn' };

/** The delivery as its last correction leaves it. A correction that this phone has not received yet is passed over. */
export function countedDelivery(
  delivery: DeliveryBody,
  correctionsById: ReadonlyMap<RowId, CorrectionBody>,
): CountedDelivery {
  const known = delivery.corrections
    .map((id) => correctionsById.get(id))
    .filter((correction) => correction !== undefined);
  const last = known.at(-1);
  if (last === undefined) return { type: 'stands', lines: delivery.lines, reason: delivery.reason, isCorrected: false };
  return last.lines === null
    ? { type: 'withdrawn' }
    : { type: 'stands', lines: last.lines, reason: last.reason, isCorrected: true };
}
