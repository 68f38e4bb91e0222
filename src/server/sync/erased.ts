import type { Outcome } from '#protocol/sync-answer.ts';
import type { LogRow } from '../storage/port.ts';

const NOTHING = new Uint8Array();

/** What became of an entry that was erased. */
export const ERASED = { status: 'rejected', code: null, waitsFor: null } as const satisfies Partial<LogRow>;

/** An entry without its body. What was refused has a code: one that has none was erased. */
export function erasedEntry(row: LogRow, { keepsHash }: { readonly keepsHash: boolean }): LogRow {
  return {
    ...row,
    entry: NOTHING,
    hash: keepsHash ? row.hash : NOTHING,
    ...ERASED,
  };
}

export function isErased({ status, code }: Pick<LogRow, 'status' | 'code'>): boolean {
  return status === 'rejected' && code === null;
}

/** What is answered when an erased entry is offered again. */
export function erasedOutcome(number: number): Outcome {
  return { from: number, to: number, status: 'erased', version: null, code: null };
}
