import type { RowId } from '#domain/scalars.ts';

/** Under which name the draft of a stop, or of one record's correction, is kept. */
export function stopDraft(run: RowId, stop: number, corrected: RowId | undefined): string {
  return `stop ${run} ${stop} ${corrected ?? ''}`;
}
