import type { Body, Kind } from '#domain/rows.ts';
import { makeOwnRows, type MadeRows } from './apply/own-rows.ts';
import type { OwnMutation } from './apply/own-mutation.ts';
import { baseView, madeByPending, type Runner } from './apply/view.ts';
import { type PhoneDatabase, rowTable } from './database.ts';
import { keyTextToKey } from './known-rows.ts';
import type { LogRecord } from './records.ts';
import { loadServed, shadowedKeys } from './served-rows.ts';

/** What a text's bytes hash to, where it can be awaited. */
export type Digest = (bytes: Uint8Array) => Promise<Uint8Array>;

/** What own mutations are made again on. */
export type Ground = { readonly shadowed: ReadonlySet<string>; readonly loaded: ReadonlyMap<string, Body | null> };

/** The tables that hold what these entries read. */
export function tablesReadBy(database: PhoneDatabase, records: readonly LogRecord[]) {
  const kinds = new Set<Kind>(records.flatMap(({ read }) => read.map((text) => keyTextToKey(text).kind)));
  return [...kinds].map((kind) => rowTable(database, kind));
}

/** Loads what these mutations read when they last ran here. */
export async function loadGround(database: PhoneDatabase, mutations: readonly OwnMutation[]): Promise<Ground> {
  const shadowed = await shadowedKeys(database);
  return { shadowed, loaded: await loadServed(database, shadowed, new Set(mutations.flatMap(({ read }) => read))) };
}

/** Makes the rows of a stretch ahead of the answer that tells of them; null when that takes more than was loaded. */
export async function makeAhead(
  mutations: readonly OwnMutation[],
  { shadowed, loaded }: Ground,
  runner: Runner,
  digest: Digest,
): Promise<MadeRows | null> {
  const [first, last] = [mutations[0], mutations.at(-1)];
  if (first === undefined || last === undefined) return null;
  const changes = new Map<string, Body | null>();
  const isMadeByPending = madeByPending(runner.identity, runner.position.settled);
  const view = baseView({ changes, shadowed, loaded, isMadeByPending });
  const { patches, told } = makeOwnRows(mutations, { view, changes, runner }, new Set());
  if (view.missing.size > 0) return null;
  return { from: first.number, to: last.number, patches, count: told.count, hash: await digest(told.bytes()) };
}
