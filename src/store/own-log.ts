import type { Segment } from '#protocol/segment.ts';
import { type OwnMutation, readOwnMutation } from './apply/own-mutation.ts';
import type { PhoneDatabase } from './database.ts';
import { readPosition } from './meta.ts';
import type { NumberRange } from './number-ranges.ts';
import type { PhoneStore } from './phone-store.ts';

/**
 * This device's own mutations of one stretch, read while the server works. They are what is stored as long as no answer was
 * laid since: an entry never changes, and which rows it touches changes only with an answer.
 */
export type OwnLog = NumberRange & { readonly revision: number; readonly mutations: readonly OwnMutation[] };

/** Reads what a segment brought; null when the storage does not answer, which whoever needs it next will say. */
export async function readOwnLog({ database }: PhoneStore, segment: Segment | null): Promise<OwnLog | null> {
  if (segment === null) return null;
  const range = { from: segment.firstNumber, to: segment.firstNumber + segment.entries.length - 1 };
  try {
    return await database.transaction('r', [database.meta, database.log], async () => {
      const [{ revision }, mutations] = await Promise.all([readPosition(database), loadMutations(database, range)]);
      return { ...range, revision, mutations };
    });
  } catch {
    return null;
  }
}

/** The mutations of these numbers, from what was read before if it still stands and holds them all. */
export async function ownMutations(
  database: PhoneDatabase,
  { from, to }: NumberRange,
  revision: number,
  ownLog: OwnLog | null,
): Promise<readonly OwnMutation[]> {
  const isThere = ownLog?.revision === revision && ownLog.from <= from && to <= ownLog.to;
  if (!isThere) return loadMutations(database, { from, to });
  return ownLog.mutations.filter(({ number }) => from <= number && number <= to);
}

async function loadMutations({ log }: PhoneDatabase, { from, to }: NumberRange): Promise<readonly OwnMutation[]> {
  return (await log.where('number').between(from, to, true, true).toArray()).map(readOwnMutation);
}
