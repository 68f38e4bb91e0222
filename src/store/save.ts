import type { Clock, Timer } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { withinLimit } from '#lib/time-limit.ts';
import { newRowId } from '#domain/context.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Patch } from '#domain/rows.ts';
import type { PhoneDatabase } from './database.ts';
import { contextOf } from './identity.ts';
import { readMeta } from './meta.ts';
import {
  encodeTap,
  type Guess,
  GUESS_WRONG,
  type Refusal,
  type Saved,
  saveTap,
  tablesOfSave,
  type Tap,
} from './mutate.ts';
import { reopen } from './open-database.ts';
import { type StorageFailure, storageFailureOf } from './storage-failure.ts';

/**
 * `notKnownToBeSaved`: the browser did not say within three seconds; try again with the same tap. `full`: no space.
 * `storageLost`: the connection was lost and could not be opened again.
 */
export type SaveFailure = Refusal | { readonly code: 'notKnownToBeSaved' | 'full' | 'storageLost' };

/** Longer than any honest write, shorter than a person's patience in the cold. */
export const SAVE_LIMIT_MS = 3_000;

type Ports = { readonly clock: Clock; readonly timer: Timer };
/** The guess is null, and nothing is written, when the tap had been saved before. */
export type SavedNow = { readonly saved: Saved; readonly guess: Guess | null; readonly patches: readonly Patch[] };
type Attempt = Result<
  SavedNow,
  SaveFailure | { readonly code: 'failed'; readonly failure: StorageFailure; readonly cause: unknown }
>;

/**
 * Saves one tap, and resolves only when its transaction has completed.
 *
 *   attempt --completed--> saved | refused
 *      |-- 3 s ----------> aborted if that is still possible, notKnownToBeSaved
 *      |-- same tap -----> the mutation that it made before
 *      |-- number taken, or another answer laid -> one more attempt, which looks for the newest entry
 *      |-- no space -----> full
 *      `-- lost ---------> close, open, one more attempt --lost--> storageLost
 */
export async function save(
  database: PhoneDatabase,
  mutation: Mutation,
  tapId: string,
  guess: Guess | null,
  ports: Ports,
): Promise<Result<SavedNow, SaveFailure>> {
  const tap = encodeTap(mutation, tapId);
  if (!tap.ok) return tap;
  const first = await attempt(database, tap.value, guess, ports);
  if (first.ok || first.error.code !== 'failed') return first as Result<SavedNow, SaveFailure>;
  const { cause } = first.error;
  const isGuessWrong = guess !== null && (first.error.failure === 'exists' || cause === GUESS_WRONG);
  if (first.error.failure !== 'lost' && !isGuessWrong) return settle(first.error.failure, cause);
  if (!isGuessWrong && !(await reopen(database, ports.timer)).ok) return err({ code: 'storageLost' });
  const second = await attempt(database, tap.value, null, ports);
  return second.ok || second.error.code !== 'failed'
    ? (second as Result<SavedNow, SaveFailure>)
    : settle(second.error.failure, second.error.cause);
}

function settle(failure: StorageFailure, cause: unknown): Result<never, SaveFailure> {
  if (failure === 'full') return err({ code: 'full' });
  if (failure === 'lost') return err({ code: 'storageLost' });
  throw cause;
}

async function attempt(database: PhoneDatabase, tap: Tap, guess: Guess | null, ports: Ports): Promise<Attempt> {
  let abort = () => {};
  const saving: Promise<Attempt> = Promise.resolve(
    database.transaction('rw', tablesOfSave(database), async (transaction) => {
      abort = () => transaction.abort();
      return saveTap(database, tap, guess, ports.clock);
    }),
  ).catch((cause: unknown) => failed(database, tap, cause));
  const onLimit = (): Attempt => {
    abort();
    return err({ code: 'notKnownToBeSaved' });
  };
  return withinLimit(saving, SAVE_LIMIT_MS, onLimit, ports.timer);
}

async function failed(database: PhoneDatabase, tap: Tap, cause: unknown): Promise<Attempt> {
  const failure = storageFailureOf(cause);
  const earlier = failure === 'exists' ? await savedBefore(database, tap.id) : undefined;
  return earlier === undefined
    ? err({ code: 'failed', failure, cause })
    : ok({ saved: earlier, guess: null, patches: [] });
}

async function savedBefore(database: PhoneDatabase, tapId: string): Promise<Saved | undefined> {
  const [identity, record] = await Promise.all([
    readMeta(database, 'identity'),
    database.log.where('tap').equals(tapId).first(),
  ]);
  if (identity === undefined || record === undefined) return undefined;
  return { number: record.number, firstRowId: newRowId(contextOf(identity, record.number, record.claimedAt)) };
}
