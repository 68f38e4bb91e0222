import { originOfRow } from '#domain/context.ts';
import { type Body, type RowKey, rowKeyText, type RowState } from '#domain/rows.ts';
import { runMutation } from '#domain/run-mutation.ts';
import { contextOf, type Identity } from '../identity.ts';
import { absenceOf } from '../known-rows.ts';
import { isInRanges, type NumberRange } from '../number-ranges.ts';
import type { Position } from '../position.ts';
import type { OwnMutation } from './own-mutation.ts';
import type { Patch } from '#domain/rows.ts';

/** Who runs mutations, and what an absence means to them. */
export type Runner = { readonly identity: Identity; readonly position: Position };

/**
 * Rows in layers. Null is a row that is not there; undefined is one that nobody has loaded, which `missing` remembers, so
 * that the shell loads it and asks once more.
 */
export type View = {
  readonly find: (key: RowKey) => Body | null | undefined;
  readonly missing: Map<string, RowKey>;
};

/** What the server has, as far as this phone knows: the page over the shadow over the ordinary rows. */
export function baseView(layers: {
  readonly changes: ReadonlyMap<string, Body | null>;
  readonly shadowed: ReadonlySet<string>;
  readonly loaded: ReadonlyMap<string, Body | null>;
  readonly isMadeByPending: (key: RowKey) => boolean;
}): View {
  const missing = new Map<string, RowKey>();
  const find = (key: RowKey) => {
    const text = rowKeyText(key);
    const change = layers.changes.get(text);
    if (change !== undefined) return change;
    if (!layers.shadowed.has(text) && layers.isMadeByPending(key)) return null;
    const body = layers.loaded.get(text);
    if (body === undefined) missing.set(text, key);
    return body;
  };
  return { find, missing };
}

/** True for rows that only a pending mutation of this device can have made. */
export function madeByPending(identity: Identity, settled: readonly NumberRange[]): (key: RowKey) => boolean {
  return ({ id }) => {
    const origin = originOfRow(id);
    return origin?.device === identity.device && !isInRanges(settled, origin.mutationNumber);
  };
}

/**
 * Runs a mutation of this device again, as the hand that made it: whoever lost a role goes on seeing what they recorded, until
 * the server has said that it does not count. `patches` is empty when it is refused here, since only the server refuses.
 */
export function runAgain(
  mutation: OwnMutation,
  find: View['find'],
  runner: Runner,
): { readonly read: readonly RowKey[]; readonly patches: readonly Patch[] } {
  if (mutation.call === null) return { read: [], patches: [] };
  const load = (key: RowKey): RowState => {
    const body = find(key) ?? null;
    return body === null ? absenceOf(key, runner.identity, runner.position) : { state: 'present', body };
  };
  const present = contextOf(runner.identity, mutation.number, mutation.claimedAt);
  const context = { ...present, role: mutation.standing ?? present.role };
  const { read, outcome } = runMutation(mutation.call.name, mutation.call.args, context, load);
  return { read, patches: outcome.ok ? outcome.value : [] };
}
