import type { Day, RowId } from './scalars.ts';

/**
 * Ids that follow from what a row is about, so that there is only one such row and nobody needs a query to find it. Nobody
 * sends them: arguments name what the row is about.
 */

export function requirementId(checkpoint: RowId, window: RowId): RowId {
  return `${checkpoint}~${window}` as RowId;
}

/** Of a day's requirement, and of its cancellation. */
export function dayRequirementId(checkpoint: RowId, window: RowId, on: Day): RowId {
  return `${checkpoint}~${window}~${on}` as RowId;
}

/** Of what a kitchen makes for a window, every day or on one. */
export function batchId(kitchen: RowId, window: RowId, on: Day | null): RowId {
  return (on === null ? `${kitchen}~${window}` : `${kitchen}~${window}~${on}`) as RowId;
}
