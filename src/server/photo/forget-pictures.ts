import type { Body } from '#domain/rows.ts';
import type { StateRow, Transaction } from '../storage/port.ts';

/** Deletes the pictures of photos that these changes take away: withdrawn, or forgotten. */
export async function forgetPictures(transaction: Transaction, changed: Iterable<StateRow>): Promise<void> {
  const gone = [...changed].filter(({ kind, body }) => kind === 'photo' && isTakenAway(body)).map(({ id }) => id);
  if (gone.length > 0) await transaction.removePictures(gone);
}

function isTakenAway(body: string | null): boolean {
  return body === null || (JSON.parse(body) as Body<'photo'>).status === 'withdrawn';
}
