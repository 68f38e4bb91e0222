import { type OwnMutation, readOwnMutation } from './apply/own-mutation.ts';
import type { MadeRows } from './apply/own-rows.ts';
import type { PhoneDatabase } from './database.ts';
import { type Digest, loadGround, makeAhead, tablesReadBy } from './made-rows.ts';
import { readMeta, readPosition } from './meta.ts';
import type { NumberRange } from './number-ranges.ts';
import type { Piece } from './offer.ts';
import type { PhoneStore } from './phone-store.ts';
import { asksOwnRows } from './position.ts';

/**
 * This device's own mutations of one stretch, read while the server works. They are what is stored as long as no answer was
 * laid since: an entry never changes, and which rows it touches changes only with an answer.
 */
export type OwnLog = NumberRange & {
  readonly revision: number;
  readonly mutations: readonly OwnMutation[];
  /** The rows that they make on top of what was here then; null when it was not tried, or did not work out. */
  readonly made: MadeRows | null;
};

/**
 * What the phone needs of its own when the answer comes, made ready while the server works. Null when nothing was offered,
 * or the storage does not answer, which whoever needs it next will say.
 */
export async function readOwnLog({ database }: PhoneStore, piece: Piece, digest: Digest): Promise<OwnLog | null> {
  const { slice, records } = piece;
  if (slice === null) return null;
  const range = { from: slice.firstNumber, to: slice.firstNumber + slice.entries.length - 1 };
  const tables = [database.meta, database.log, database.shadow, ...tablesReadBy(database, records)];
  try {
    const read = await database.transaction('r', tables, async () => {
      const [position, identity] = await Promise.all([readPosition(database), readMeta(database, 'identity')]);
      const isSame = position.touchedAt === piece.touchedAt;
      const mutations = isSame ? records.map(readOwnMutation) : await loadMutations(database, range);
      const isOwnTold = isSame && !asksOwnRows(position) && identity !== undefined;
      const runner = isOwnTold ? { identity, position } : undefined;
      return { position, mutations, runner, ground: runner && (await loadGround(database, mutations)) };
    });
    const { position, mutations, runner, ground } = read;
    const made = runner && ground ? await makeAhead(mutations, ground, runner, digest) : null;
    return { ...range, revision: position.revision, mutations, made };
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
