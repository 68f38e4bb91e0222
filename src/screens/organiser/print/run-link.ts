import type { RowId } from '#domain/scalars.ts';

/** The address that opens a run: on a sheet of paper, as a QR picture, it must stay true for as long as the paper lies about. */
export function runLink(origin: string, run: RowId): string {
  return `${origin}/run/${run}`;
}
