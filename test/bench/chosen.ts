import { assert } from '#lib/assert.ts';

/** What is measured in rounds, with one size each: W a save, U a push, D a pull, C a reopening. */
export const ROUND_PARTS = ['save', 'push', 'pull', 'reopen'] as const;
export type RoundPart = (typeof ROUND_PARTS)[number];
const PARTS = [...ROUND_PARTS, 'phone', 'view', 'board', 'day', 'import', 'report', 'sponsor'] as const;
export type Part = (typeof PARTS)[number];

export type Chosen = {
  /** Numbers of deliveries; none: the usual ones. */
  readonly sizes: readonly number[];
  /** Rounds at each size; null: the usual number. */
  readonly rounds: number | null;
  readonly has: (part: Part) => boolean;
};

/** Reads `npm run bench -- 10000 push pull rounds=3`: what is not said is all, or as usual. */
export function readChosen(words: readonly string[]): Chosen {
  const sizes = words.map(Number).filter((size) => size > 0);
  const parts = PARTS.filter((part) => words.includes(part));
  const rounds = Number(words.find((word) => word.startsWith('rounds='))?.slice('rounds='.length) ?? 0);
  const known = sizes.length + parts.length + (rounds > 0 ? 1 : 0);
  assert(known === words.length, `the bench knows sizes, ${PARTS.join(', ')} and rounds=3, once each`);
  return { sizes, rounds: rounds > 0 ? rounds : null, has: (part) => parts.length === 0 || parts.includes(part) };
}
