import type { Outcome } from '#protocol/sync-answer.ts';
import {
  type AppliedRange,
  isInRanges,
  type NumberRange,
  numbersOf,
  outsideRanges,
  withRange,
} from '../number-ranges.ts';
import type { Position } from '../position.ts';
import type { ExceptionRecord } from '../records.ts';

export type Recorded = {
  readonly position: Position;
  /** Exceptions to write and, by number, to take away: what was deferred has been applied after all. */
  readonly exceptions: readonly ExceptionRecord[];
  readonly cleared: readonly number[];
  /** Mutations of which what is shown may be wrong now: those that were pending, and have no effect on the server. */
  readonly undone: readonly number[];
};

/**
 * Takes in what became of mutations (SPEC 8.3). Applied ones stay pending until the cursor reaches them; refused and
 * quarantined ones stop running here, and stay in sight as exceptions until a person has seen them.
 * @param newest number of the newest entry here: an outcome beyond it speaks of nothing
 * @param known the exceptions so far, by number
 */
export function recordOutcomes(
  before: Position,
  outcomes: readonly Outcome[],
  newest: number,
  known: ReadonlyMap<number, ExceptionRecord>,
): Recorded {
  let { applied, settled } = before;
  const exceptions = new Map<number, ExceptionRecord>();
  const cleared = new Set<number>();
  const undone = new Set<number>();
  for (const { from, to, status, version, code } of outcomes) {
    const range = { from: Math.max(from, 1), to: Math.min(to, newest) };
    if (status === 'applied') {
      for (const number of exceptionsIn(range, known)) cleared.add(number);
      const news = outsideRanges(range, [...settled, ...applied]);
      applied = [...applied, ...news.map((part) => ({ ...part, version: version ?? 0 }))];
      continue;
    }
    for (const number of numbersOf([range])) {
      const isSeen = known.get(number)?.status === status && known.get(number)?.isSeen === true;
      exceptions.set(number, { number, status, code, isSeen });
      if (status !== 'deferred' && !isInRanges(settled, number)) undone.add(number);
    }
    if (status !== 'deferred') settled = withRange(settled, range);
  }
  const position = { ...before, applied, settled };
  return { position, exceptions: [...exceptions.values()], cleared: [...cleared], undone: [...undone] };
}

export type Settled = { readonly position: Position; readonly reached: readonly AppliedRange[] };

/**
 * Settles the applied mutations that the cursor has reached: their effect is in the server's rows here (SPEC 8.13).
 * @param awaited numbers whose rows have moved beyond the cursor meanwhile, so that they come with a later page
 */
export function settleReached(position: Position, awaited: readonly number[]): Settled {
  const number = position.cursor?.number ?? -1;
  const waiting = awaited.map((one) => ({ from: one, to: one }));
  const reached: AppliedRange[] = [];
  const applied: AppliedRange[] = [];
  for (const range of position.applied) {
    const parts = range.version > number ? [] : outsideRanges(range, waiting);
    reached.push(...parts.map((part) => ({ ...part, version: range.version })));
    applied.push(...outsideRanges(range, parts).map((part) => ({ ...part, version: range.version })));
  }
  const settled = reached.reduce<readonly NumberRange[]>((ranges, range) => withRange(ranges, range), position.settled);
  return { position: { ...position, settled, applied }, reached };
}

function exceptionsIn(range: NumberRange, known: ReadonlyMap<number, ExceptionRecord>): readonly number[] {
  return [...known.keys()].filter((number) => range.from <= number && number <= range.to);
}
