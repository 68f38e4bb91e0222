import { type Body, type RowKey, rowKeyText } from '#domain/rows.ts';
import { keyTextToKey } from '../known-rows.ts';
import { isInRanges } from '../number-ranges.ts';
import { closureOf } from './closure.ts';
import { type OwnMutation, touchedBy } from './own-mutation.ts';
import type { Bodies, PageInput, PageWrites } from './page-input.ts';
import { madeByPending, runAgain, type View } from './view.ts';

export type RebaseOn = {
  /** Keys from which the closure starts. */
  readonly seeds: ReadonlySet<string>;
  /** Keys of the page that are to be shown in any case. */
  readonly foreign: ReadonlySet<string>;
  readonly changes: Bodies;
  readonly view: View;
  readonly isMadeByPending: (key: RowKey) => boolean;
};

/** Runs again what hangs together with the seeds, on top of the base, and tells what is to be written. */
export function rebase(input: PageInput, on: RebaseOn): PageWrites {
  const before = input.mutations.filter(({ number }) => !isInRanges(input.settledBefore, number));
  const isOverlaid = (text: string) => input.shadowed.has(text) || on.isMadeByPending(keyTextToKey(text));
  let seeds = on.seeds;
  for (;;) {
    const closure = closureOf(before, seeds);
    const pending = closure.mutations.filter(({ number }) => !isInRanges(input.settledAfter, number));
    const run = runAll(pending, on.view, input);
    // On another base a mutation may read other rows; if those hang together with further mutations, so does it.
    const further = run.touched.flatMap(touchedBy).filter((text) => !closure.keys.has(text) && isOverlaid(text));
    if (further.length === 0) return writesOf(input, on, closure.keys, run);
    seeds = new Set([...closure.keys, ...further]);
  }
}

type Run = { readonly overlay: Bodies; readonly touched: readonly OwnMutation[] };

function runAll(pending: readonly OwnMutation[], view: View, { runner }: PageInput): Run {
  const overlay = new Map<string, Body | null>();
  const find = (key: RowKey) => {
    const body = overlay.get(rowKeyText(key));
    return body === undefined ? view.find(key) : body;
  };
  const touched = pending.map((mutation) => {
    const { read, patches } = runAgain(mutation, find, runner);
    for (const patch of patches) overlay.set(rowKeyText(patch), patch.op === 'put' ? patch.body : null);
    return { ...mutation, read: read.map(rowKeyText), wrote: patches.map(rowKeyText) };
  });
  return { overlay, touched };
}

function writesOf(input: PageInput, on: RebaseOn, closureKeys: ReadonlySet<string>, run: Run): PageWrites {
  const base = (text: string) => on.view.find(keyTextToKey(text)) ?? null;
  const rows = new Map<string, Body | null>();
  for (const text of [...on.foreign, ...closureKeys, ...run.overlay.keys()]) {
    const shown = run.overlay.get(text);
    rows.set(text, shown === undefined ? base(text) : shown);
  }
  const outside = [...on.changes].filter(([text]) => !closureKeys.has(text));
  const shadow = new Map(shadowOf(new Map(outside), input));
  const shadowGone: string[] = [];
  const stillTouched = new Set(run.touched.flatMap(touchedBy));
  const isStillMadeByPending = madeByPending(input.runner.identity, input.settledAfter);
  for (const text of new Set([...closureKeys, ...stillTouched])) {
    // A row that a pending mutation makes is taken to be absent on the server; only when it is there, it must be kept.
    const isMade = isStillMadeByPending(keyTextToKey(text));
    const isNeeded = isMade ? base(text) !== null : stillTouched.has(text);
    if (isNeeded) shadow.set(text, base(text));
    else if (input.shadowed.has(text)) shadowGone.push(text);
  }
  const oldTouch = new Map(input.mutations.map((mutation) => [mutation.number, touchedBy(mutation).join(' ')]));
  const touched = run.touched.filter((mutation) => oldTouch.get(mutation.number) !== touchedBy(mutation).join(' '));
  return { rows, shadow, shadowGone, touched };
}

/**
 * What of a page belongs into the shadow: rows that wait there, and rows that a mutation of this phone has made which is
 * still pending, since only some of what it wrote was in this page.
 */
export function shadowOf(changes: Bodies, { shadowed, runner, settledAfter }: PageInput): Bodies {
  const isMadeByPending = madeByPending(runner.identity, settledAfter);
  return new Map([...changes].filter(([text]) => shadowed.has(text) || isMadeByPending(keyTextToKey(text))));
}
