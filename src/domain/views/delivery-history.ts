import type { CorrectionBody, DeliveryBody, RecordedHow, ShortReason } from '../delivery.ts';
import type { Line, RowId } from '../scalars.ts';

/** One thing that somebody said about a delivery; the last one counts. */
export type HistoryStep = {
  readonly type: 'recorded' | 'corrected' | 'withdrawn';
  /** The row in which it stands. */
  readonly id: RowId;
  readonly lines: readonly Line[];
  readonly reason: ShortReason | null;
  readonly note: string;
  readonly at: number;
  readonly member: RowId | null;
  /** Only for the record itself. */
  readonly how: RecordedHow | null;
};

/** Everything that was said about a delivery, oldest first. A correction that has not arrived yet is passed over. */
export function deliveryHistory(
  id: RowId,
  delivery: DeliveryBody,
  correctionsById: ReadonlyMap<RowId, CorrectionBody>,
): readonly HistoryStep[] {
  const { lines, reason, note, recordedAt, member, how } = delivery;
  const corrections = delivery.corrections.flatMap((correctionId): readonly HistoryStep[] => {
    const correction = correctionsById.get(correctionId);
    if (correction === undefined) return [];
    return [
      {
        type: correction.lines === null ? 'withdrawn' : 'corrected',
        id: correctionId,
        lines: correction.lines ?? [],
        reason: correction.reason,
        note: correction.note,
        at: correction.recordedAt,
        member: correction.member,
        how: null,
      },
    ];
  });
  return [{ type: 'recorded', id, lines, reason, note, at: recordedAt, member, how }, ...corrections];
}
