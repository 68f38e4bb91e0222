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
 * What this window's last save left behind, so that the next one reads only where the phone stands, and beside its writes.
 * It holds while no answer was laid since, by any window: then nothing is written, as when another window was quicker and
 * took the number. In both cases the tap is tried once more without a guess.
 */
export type Guess = {
  readonly identity: Identity;
  readonly number: number;
  readonly position: Position;
  /** The rows that the last save knew, as it left them: the next stop's run is mostly this one's. */
  readonly rows: Loaded;
};
export type SavedTap = { readonly saved: Saved; readonly guess: Guess; readonly patches: readonly Patch[] };

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
  const reading = readMeta(database, 'position');
  const guessed = guess === null ? undefined : decideFromMemory(tap, guess, claimedAt);
  if (guess !== null && guessed !== undefined) {
    const [stored] = await Promise.all([reading, write(database, tap, guessed.situation.context, guessed.decided)]);
    if (stored?.revision !== guess.position.revision) throw GUESS_WRONG;
    return ok(savedTap(guessed.situation, guessed.decided, guessed.loaded));
  }
  const [stored, identity, newest, loaded] = await Promise.all([
    reading,
    readMeta(database, 'identity'),
    newestNumber(database),
    guess === null ? nothingLoaded() : loadAhead(database, tap, guess, claimedAt),
  ]);
  const position = stored ?? FIRST_POSITION;
  if (identity === undefined) return err({ code: 'notEnrolled' });
  const situation = { context: contextOf(identity, nextNumber(newest, position), claimedAt), identity, position };
  const decided = await decide(database, tap, situation, loaded);
  if (!decided.ok) return decided;
  await write(database, tap, situation.context, decided.value);
  return ok(savedTap(situation, decided.value, loaded));
}

/** Thrown inside a save's transaction, so that nothing of it is written. */
export const GUESS_WRONG = new Error('an answer was laid since the last save of this window');

/** What was decided by what the last save knew; undefined when that is not enough, or is not what lets it through. */
function decideFromMemory(
  tap: Tap,
  { identity, position, number, rows }: Guess,
  claimedAt: number,
): { readonly situation: Situation; readonly decided: Decided; readonly loaded: Loaded } | undefined {
  const situation = { context: contextOf(identity, number, claimedAt), identity, position };
  const step = decideNow(tap, situation, rows);
  return step.type === 'decided' && step.outcome.ok
    ? { situation, decided: step.outcome.value, loaded: rows }
    : undefined;
}

/** What a tap reads first, while it is still read where the phone stands: what else it reads is read by what that says. */
async function loadAhead(
  database: PhoneDatabase,
  tap: Tap,
  { identity, position, number }: Guess,
  claimedAt: number,
): Promise<Loaded> {
  const situation = { context: contextOf(identity, number, claimedAt), identity, position };
  const step = decideNow(tap, situation, nothingLoaded());
  return step.type === 'needs' ? loadTouched(database, step.keys, new Set()) : nothingLoaded();
}

function savedTap({ context, identity, position }: Situation, { patches, shadows }: Decided, loaded: Loaded): SavedTap {
  const keys = new Map([...loaded.keys, ...patches.map((patch) => [rowKeyText(patch), patch] as const)]);
  const bodies = new Map(loaded.bodies);
  for (const patch of patches) {
    if (patch.op === 'put') bodies.set(rowKeyText(patch), patch.body);
    else bodies.delete(rowKeyText(patch));
  }
  const shadowed = new Set([...loaded.shadowed, ...shadows.map(({ key }) => key)]);
  const number = context.mutationNumber;
  const rows = withinBound({ keys, bodies, shadowed });
  const guess = { identity, number: number + 1, position, rows };
  return { saved: { number, firstRowId: newRowId(context) }, guess, patches };
}

/** A day of taps shall not gather a day of rows: then the next tap reads anew. */
const MOST_REMEMBERED = 64;

function withinBound(rows: Loaded): Loaded {
  return rows.keys.size > MOST_REMEMBERED ? nothingLoaded() : rows;
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

function nothingLoaded(): Loaded {
  return { keys: new Map(), bodies: new Map(), shadowed: new Set() };
}

async function loadTouched(
  database: PhoneDatabase,
  keys: readonly RowKey[],
  known: ReadonlySet<string>,
): Promise<Loaded> {
  const texts = keys.map(rowKeyText).filter((text) => !known.has(text));
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
  // What a mutation reads takes so many rounds, and what it writes besides one more.
  for (let round = 0; round <= MAX_READ_ROUNDS + 1; round += 1) {
    const step = decideNow(tap, situation, loaded);
    if (step.type === 'decided') return step.outcome;
    await loadMore(database, loaded, step.keys);
  }
  assert(false, `${tap.mutation.name} asked for rows more than ${MAX_READ_ROUNDS} times`);
}

type Step =
  | { readonly type: 'needs'; readonly keys: readonly RowKey[] }
  | { readonly type: 'decided'; readonly outcome: Result<Decided, Refusal> };

/** Decides by what is loaded, or says what must be loaded first. */
function decideNow(tap: Tap, situation: Situation, loaded: Loaded): Step {
  const { context } = situation;
  const step = stepMutation(tap.mutation.name, tap.mutation.args, context, knownRows(loaded, situation));
  if (step.type === 'needs') return step;
  if (!step.outcome.ok) return { type: 'decided', outcome: err({ code: 'refused', rejection: step.outcome.error }) };
  const patches = step.outcome.value;
  const kept = [...step.read, ...patches].filter((key) => !isMadeBy(context, key));
  const missing = kept.filter((key) => !loaded.keys.has(rowKeyText(key)));
  if (missing.length > 0) return { type: 'needs', keys: missing };
  const shadows = newShadows(kept, loaded, situation);
  return { type: 'decided', outcome: ok({ read: step.read.map(rowKeyText), patches, shadows }) };
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
      standing: context.role,
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
