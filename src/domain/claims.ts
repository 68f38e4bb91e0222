import type { RowId } from './scalars.ts';

/** The claim on a checkpoint's short code within its branch. */
export function codeClaimId(code: string): RowId {
  return `code~${code}` as RowId;
}

/** The claim on an imported run's source, so that the same file twice changes nothing. */
export function importClaimId(source: string): RowId {
  return `import~${source}` as RowId;
}
