import { type Body, type RowKey, rowKeyText } from '#domain/rows.ts';
import { keyTextToKey } from '../known-rows.ts';
import { isInRanges, type NumberRange } from '../number-ranges.ts';
import { type OwnMutation, touchedBy } from './own-mutation.ts';
import { remakeOwnRows } from './own-rows.ts';
import type { Bodies, PageInput, PageWrites } from './page-input.ts';
import { rebase, shadowOf } from './rebase.ts';
import { baseView, madeByPending, runAgain, type View } from './view.ts';

export type PageResult =
  | { readonly type: 'needsRows'; readonly keys: readonly RowKey[] }
  | { readonly type: 'needsPending' }
  | { readonly type: 'ownRowsDiffer' }
  | { readonly type: 'done'; readonly writes: PageWrites };

/**
 * Lays a page of the server's rows under the pending mutations (SPEC 8.13).
 *
 *   shadow + page + own stretches, made again -> the server's rows now (the base)
 *   pending mutations that hang together with what changed, run again over the base -> the rows to show
 *
 * What must hold before and after: an ordinary row is the base's row with the pending mutations run over it in the order
 * of their numbers, and the shadow has the base's row wherever a pending mutation has read or written one.
 */
export function applyPage(input: PageInput): PageResult {
  const { runner, shadowed, loaded } = input;
  const isMadeByPending = madeByPending(runner.identity, input.settledBefore);
  const changes = new Map<string, Body | null>();
  const view = baseView({ changes, shadowed, loaded, isMadeByPending });
  const base = layBase(input, view, changes);
  if (view.missing.size > 0) return { type: 'needsRows', keys: [...view.missing.values()] };
  if (base === undefined) return { type: 'ownRowsDiffer' };
  const isOverlaid = (text: string) => shadowed.has(text) || isMadeByPending(keyTextToKey(text));
  const seeds = seedsOf(input, base, isOverlaid);
  if (seeds === undefined) return { type: 'needsPending' };
  if (seeds.size === 0) return { type: 'done', writes: withoutRebase(base, changes, input) };
  if (!input.hasAllPending) return { type: 'needsPending' };
  const writes = rebase(input, { seeds, foreign: base.foreign, changes, view, isMadeByPending });
  return view.missing.size > 0 ? { type: 'needsRows', keys: [...view.missing.values()] } : { type: 'done', writes };
}

/** Keys that changed on the server by other hands than this phone's pending ones, and the stretches that were verified. */
type Base = {
  readonly foreign: ReadonlySet<string>;
  readonly verified: readonly NumberRange[];
  /** Own mutations that wrote other rows on the server than they did here. */
  readonly differing: ReadonlySet<number>;
};

function layBase(input: PageInput, view: View, changes: Map<string, Body | null>): Base | undefined {
  const foreign = new Set<string>();
  const verified: NumberRange[] = [];
  const differing = new Map<number, readonly string[]>();
  const applied = inOrderOfCommits(input);
  for (const step of input.steps) {
    if (step.type === 'rows') {
      for (const row of step.rows) {
        const text = rowKeyText(row);
        changes.set(text, row.body);
        foreign.add(text);
      }
      continue;
    }
    if (!remakeOwnRows(step.own, applied, { view, changes, runner: input.runner, differing, made: input.made }))
      return undefined;
    verified.push(step.own);
  }
  layUntold(input, applied, { view, changes, foreign, verified });
  // What had been put aside, or was refused here, and took effect on the server after all is not shown here yet.
  const late = input.mutations.filter(({ number }) => input.released.includes(number));
  const unseen = [...late.flatMap(({ wrote }) => wrote), ...[...differing.values()].flat()];
  for (const text of unseen) if (changes.has(text)) foreign.add(text);
  return { foreign, verified, differing: new Set(differing.keys()) };
}

/**
 * What was made and taken away again within one commit stands in no feed, nor then does the mutation that took it away: no
 * stretch has it. It took effect all the same, after the one of the stretch that it undid.
 */
function layUntold(
  { runner, reached }: PageInput,
  applied: readonly OwnMutation[],
  base: Omit<Base, 'differing'> & { readonly view: View; readonly changes: Map<string, Body | null> },
): void {
  const { view, changes, foreign, verified } = base;
  const isMadeHere = (text: string) => changes.has(text) && !foreign.has(text);
  for (const [index, mutation] of applied.entries()) {
    const { number, wrote } = mutation;
    const isReached = reached.some(({ from, to }) => from <= number && number <= to);
    if (!isReached || isInRanges(verified, number) || !wrote.some(isMadeHere)) continue;
    const toldLater = new Set(
      applied.slice(index + 1).flatMap((one) => (isInRanges(verified, one.number) ? one.wrote : [])),
    );
    for (const patch of runAgain(mutation, view.find, runner).patches) {
      const text = rowKeyText(patch);
      if (isMadeHere(text) && !toldLater.has(text)) changes.set(text, patch.op === 'put' ? patch.body : null);
    }
  }
}

/** The mutations whose rows may be in this page: what the cursor had passed before, no page tells of again. */
function inOrderOfCommits({ mutations, applied, released }: PageInput): readonly OwnMutation[] {
  const versionOf = (number: number) =>
    applied.find(({ from, to }) => from <= number && number <= to)?.version ??
    (released.includes(number) ? 0 : undefined);
  return mutations
    .map((mutation) => ({ mutation, version: versionOf(mutation.number) ?? -1 }))
    .filter(({ version }) => version >= 0)
    .toSorted((a, b) => a.version - b.version || a.mutation.number - b.mutation.number)
    .map(({ mutation }) => mutation);
}

/**
 * Where the ordinary rows may differ from what the pending mutations give on the new base. A verified stretch gives what
 * is shown already, if the server ran its mutations in the order in which they ran here.
 */
function seedsOf(input: PageInput, base: Base, isOverlaid: (text: string) => boolean): ReadonlySet<string> | undefined {
  const seeds = new Set([...base.foreign].filter(isOverlaid));
  const firstPending = input.settledAfter[0]?.to ?? 0;
  const isOrderKept = areCommitsInOrder(input.reached);
  const isQuiet = (number: number) =>
    isOrderKept && isInRanges(base.verified, number) && !base.differing.has(number) && number <= firstPending;
  const unquiet = new Set(input.undone);
  for (const { from, to } of input.reached) {
    for (let number = from; number <= to; number += 1) if (!isQuiet(number)) unquiet.add(number);
  }
  if (unquiet.size === 0) return seeds;
  if (!input.hasAllPending) return undefined;
  for (const mutation of input.mutations) {
    if (unquiet.has(mutation.number)) for (const text of touchedBy(mutation)) seeds.add(text);
  }
  return seeds;
}

function areCommitsInOrder(reached: PageInput['reached']): boolean {
  const byVersion = reached.toSorted((a, b) => a.version - b.version || a.from - b.from);
  return byVersion.every((range, index) => range.from > (byVersion[index - 1]?.to ?? 0));
}

/** Nothing that is shown changes but what came; the shadow follows the base. */
function withoutRebase({ foreign }: Base, changes: Bodies, input: PageInput): PageWrites {
  const rows = new Map([...changes].filter(([text]) => foreign.has(text)));
  return { rows, shadow: shadowOf(changes, input), shadowGone: [], touched: [] };
}
