import { bytesToBase32 } from '#lib/base32.ts';
import type { RowId } from './scalars.ts';

const ASIDE_BYTES = 16;

/** The row of an entry that has no effect, by the hash of the log up to it: no other entry of any log has it. */
export function asideId(chainHash: Uint8Array): RowId {
  return bytesToBase32(chainHash.subarray(0, ASIDE_BYTES)) as RowId;
}

/** The claim on a checkpoint's short code within its branch. */
export function codeClaimId(code: string): RowId {
  return `code~${code}` as RowId;
}

/** The claim on an imported run's source, so that the same file twice changes nothing. */
export function importClaimId(source: string): RowId {
  return `import~${source}` as RowId;
}
