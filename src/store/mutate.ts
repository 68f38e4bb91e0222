import { assert } from '#lib/assert.ts';
import type { Clock } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type Context, newRowId, originOfRow } from '#domain/context.ts';
import { MAX_READ_ROUNDS } from '#domain/mutation.ts';
import { type Mutation, mutatorOf, parseMutation } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import { type Body, type Patch, rowKeyText, type RowKey, type RowState } from '#domain/rows.ts';
import { stepMutation } from '#domain/run-mutation.ts';
import type { RowId } from '#domain/scalars.ts';
import { toBytes } from '#protocol/canonical.ts';
import { type PhoneDatabase, rowTable, rowTables } from './database.ts';
import { contextOf, type Identity } from './identity.ts';
import { absenceOf, loadBodies } from './known-rows.ts';
import { readMeta } from './meta.ts';
import { isInRanges } from './number-ranges.ts';
import { FIRST_POSITION, type Position } from './position.ts';
import type { ShadowRecord } from './records.ts';

export type Saved = { readonly number: number; readonly firstRowId: RowId };
export type Refusal = { readonly code: 'refused'; readonly rejection: Rejection } | { readonly code: 'notEnrolled' };

/** A tap, checked and encoded before any transaction begins. */
export type Tap = {
  readonly mutation: Mutation;
  readonly id: string;
  readonly args: Uint8Array<ArrayBuffer>;
  readonly version: number;
};

/**
 * What this window's last save left behind, so that the next one reads only what may be different: the likely rows and
 * where the phone stands. It holds while no answer was laid since, by any window; when another window was quicker, its
 * number is taken and nothing is written. In both cases the tap is tried once more without a guess.
 */
export type Guess = {
  readonly identity: Identity;
  readonly number: number;
  readonly revision: number;
  /** Key texts of rows whose server version is kept already. */
  readonly shadowed: ReadonlySet<string>;
};
export type SavedTap = { readonly saved: Saved; readonly guess: Guess };

/** Checks the arguments against the mutator's shape and makes their canonical bytes. */
export function encodeTap(mutation: Mutation, id: string): Result<Tap, Refusal> {
  const parsed = parseMutation(mutation.name, mutation.args);
  if (parsed === undefined) return err({ code: 'refused', rejection: { code: 'malformed' } });
  const { args: shape, version } = mutatorOf(mutation.name);
  return ok({ mutation: parsed, id, args: toBytes(shape, parsed.args), version });
}

/** The tables that a save may touch. */
export function tablesOfSave(database: PhoneDatabase) {
  return [database.log, database.shadow, database.meta, ...rowTables(database)];
}

/**
 * Saves a tap inside the caller's read-write transaction: reads, decides, then writes the entry, the rows and the
 * server's version of what it touched. A refusal has written nothing. IndexedDB lets one writer in at a
 * time, so two tabs cannot take the same number.
 */
export async function saveTap(
  database: PhoneDatabase,
  tap: Tap,
  guess: Guess | null,
  clock: Clock,
): Promise<Result<SavedTap, Refusal>> {
  const claimedAt = clock.now();
  const guessed = guess === null ? [] : likelyKeys(tap, contextOf(guess.identity, guess.number, claimedAt));
  const [stored, identity, newest, loaded] = await Promise.all([
    readMeta(database, 'position'),
    guess?.identity ?? readMeta(database, 'identity'),
    guess === null ? newestNumber(database) : guess.number - 1,
    loadTouched(database, guessed, guess?.shadowed ?? new Set()),
  ]);
  const position = stored ?? FIRST_POSITION;
  if (guess !== null && (stored === undefined || position.revision !== guess.revision))
    return saveTap(database, tap, null, clock);
  if (identity === undefined) return err({ code: 'notEnrolled' });
  const context = contextOf(identity, nextNumber(newest, position), claimedAt);
  const decided = await decide(database, tap, { context, identity, position }, loaded);
  if (!decided.ok) return decided;
  await write(database, tap, context, decided.value);
  const number = context.mutationNumber;
  const shadowed = new Set([...loaded.shadowed, ...decided.value.shadows.map(({ key }) => key)]);
  return ok({
    saved: { number, firstRowId: newRowId(context) },
    guess: { identity, number: number + 1, revision: position.revision, shadowed },
  });
}

async function newestNumber({ log }: PhoneDatabase): Promise<number> {
  const [newest] = await log.toCollection().reverse().limit(1).primaryKeys();
  return newest ?? 0;
}

/** Follows the newest entry; what was forgotten is never numbered again. */
function nextNumber(newest: number, { keptFrom }: Position): number {
  return Math.max(newest + 1, keptFrom);
}

/** Rows as they are here, and which of them have the server's version kept already. */
type Loaded = {
  readonly keys: Map<string, RowKey>;
  readonly bodies: Map<string, Body>;
  readonly shadowed: Set<string>;
};
type Situation = { readonly context: Context; readonly identity: Identity; readonly position: Position };
type Decided = {
  readonly read: readonly string[];
  readonly patches: readonly Patch[];
  readonly shadows: readonly ShadowRecord[];
};

function likelyKeys(tap: Tap, context: Context): readonly RowKey[] {
  const step = stepMutation(tap.mutation.name, tap.mutation.args, context, new Map());
  return step.type === 'needs' ? step.keys : [];
}

async function loadTouched(
  database: PhoneDatabase,
  keys: readonly RowKey[],
  known: ReadonlySet<string>,
): Promise<Loaded> {
  const texts = keys.map(rowKeyText).filter((text) => !known.has(text));
  if (keys.length === 0) return { keys: new Map(), bodies: new Map(), shadowed: new Set(known) };
  // Only whether the server's version is kept is asked: a run of many stops is not read twice.
  const isKept = (text: string) => database.shadow.where('key').equals(text).primaryKeys();
  const [bodies, ...kept] = await Promise.all([loadBodies(database, keys), ...texts.map(isKept)]);
  return {
    keys: new Map(keys.map((key) => [rowKeyText(key), key])),
    bodies: new Map(bodies),
    shadowed: new Set([...known, ...kept.flat()]),
  };
}

async function loadMore(database: PhoneDatabase, loaded: Loaded, keys: readonly RowKey[]): Promise<void> {
  const missing = keys.filter((key) => !loaded.keys.has(rowKeyText(key)));
  if (missing.length === 0) return;
  const more = await loadTouched(database, missing, loaded.shadowed);
  for (const [text, key] of more.keys) loaded.keys.set(text, key);
  for (const [text, body] of more.bodies) loaded.bodies.set(text, body);
  for (const text of more.shadowed) loaded.shadowed.add(text);
}

async function decide(
  database: PhoneDatabase,
  tap: Tap,
  situation: Situation,
  loaded: Loaded,
): Promise<Result<Decided, Refusal>> {
  const { context } = situation;
  for (let round = 0; round <= MAX_READ_ROUNDS; round += 1) {
    const known = knownRows(loaded, situation);
    const step = stepMutation(tap.mutation.name, tap.mutation.args, context, known);
    if (step.type === 'needs') {
      await loadMore(database, loaded, step.keys);
      continue;
    }
    if (!step.outcome.ok) return err({ code: 'refused', rejection: step.outcome.error });
    const patches = step.outcome.value;
    const kept = [...step.read, ...patches].filter((key) => !isMadeBy(context, key));
    await loadMore(database, loaded, kept);
    return ok({ read: step.read.map(rowKeyText), patches, shadows: newShadows(kept, loaded, situation) });
  }
  assert(false, `${tap.mutation.name} asked for rows more than ${MAX_READ_ROUNDS} times`);
}

function knownRows(loaded: Loaded, { identity, position }: Situation): ReadonlyMap<string, RowState> {
  const known = new Map<string, RowState>();
  for (const [text, key] of loaded.keys) {
    const body = loaded.bodies.get(text);
    known.set(text, body === undefined ? absenceOf(key, identity, position) : { state: 'present', body });
  }
  return known;
}

/** True for a row that this very mutation makes: before it, nobody can have had it. */
function isMadeBy(context: Context, key: RowKey): boolean {
  const origin = originOfRow(key.id);
  return origin?.device === context.device && origin.mutationNumber === context.mutationNumber;
}

/** The server's versions that are not kept yet. What a mutation of mine that is still pending made, the server has not. */
function newShadows(keys: readonly RowKey[], loaded: Loaded, situation: Situation): readonly ShadowRecord[] {
  const shadows = new Map<string, ShadowRecord>();
  for (const key of keys) {
    const text = rowKeyText(key);
    if (loaded.shadowed.has(text)) continue;
    const origin = originOfRow(key.id);
    const isMadeByPending =
      origin?.device === situation.context.device && !isInRanges(situation.position.settled, origin.mutationNumber);
    shadows.set(text, { key: text, body: isMadeByPending ? null : (loaded.bodies.get(text) ?? null) });
  }
  return [...shadows.values()];
}

async function write(database: PhoneDatabase, tap: Tap, context: Context, decided: Decided): Promise<void> {
  const writes: PromiseLike<unknown>[] = [
    database.log.add({
      number: context.mutationNumber,
      tap: tap.id,
      claimedAt: context.claimedAt,
      branch: context.branch,
      name: tap.mutation.name,
      version: tap.version,
      args: tap.args,
      read: decided.read,
      wrote: decided.patches.map(rowKeyText),
    }),
    ...decided.patches.map((patch) =>
      patch.op === 'put'
        ? rowTable(database, patch.kind).put({ id: patch.id, body: patch.body })
        : rowTable(database, patch.kind).delete(patch.id),
    ),
  ];
  if (decided.shadows.length > 0) writes.push(database.shadow.bulkPut(decided.shadows));
  await Promise.all(writes);
}
