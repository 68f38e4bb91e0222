import { useState } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Line } from '#domain/scalars.ts';
import { type CountOf, countedSoFar, recount } from '#domain/views/recount.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';

/** A count of thermoses and crates as somebody is making it. */
export type Counting = {
  readonly lines: readonly Line[];
  readonly setLines: (lines: readonly Line[]) => void;
  /** What is to be recorded of it; nothing when nothing new is said. */
  readonly mutations: readonly Mutation[];
};

/** @param expected what the count begins with as long as nobody has counted */
export function useCount({ counts }: Pick<RunInFull, 'counts'>, of: CountOf, expected: readonly Line[] = []): Counting {
  const counted = countedSoFar(counts, of);
  const [said, setLines] = useState<readonly Line[] | undefined>(undefined);
  const lines = said ?? (counted.length > 0 ? counted : expected);
  const mutations = recount(counts, of, lines).map((args): Mutation => ({ name: 'returnablesCount', args }));
  return { lines, setLines, mutations };
}
