import type { Body } from '#domain/rows.ts';
import type { AppliedRange, NumberRange } from '../number-ranges.ts';
import type { OwnMutation } from './own-mutation.ts';
import type { MadeRows } from './own-rows.ts';
import type { ReadStep } from './page-step.ts';
import type { Runner } from './view.ts';

/** Rows by key text; null for one that is not there. */
export type Bodies = ReadonlyMap<string, Body | null>;

export type PageInput = {
  readonly runner: Runner;
  /** In the order of the feed; none when only outcomes came. */
  readonly steps: readonly ReadStep[];
  /** Which mutations had been settled before this answer, and which are now. */
  readonly settledBefore: readonly NumberRange[];
  readonly settledAfter: readonly NumberRange[];
  /** Newly settled: those whose commit the cursor reaches now, and those that have no effect on the server. */
  readonly reached: readonly AppliedRange[];
  readonly undone: readonly number[];
  /** Mutations that the server applied and that the cursor had not reached before this page, with their commits. */
  readonly applied: readonly AppliedRange[];
  /** Numbers that had been put aside without effect, and that the server applied after all. */
  readonly released: readonly number[];
  /** What was made of a stretch while the server worked; null: nothing. */
  readonly made: MadeRows | null;
  /** In the order of their numbers; at least those of the page's own stretches. */
  readonly mutations: readonly OwnMutation[];
  /** True when every mutation that was not settled before is among them. */
  readonly hasAllPending: boolean;
  /** Key texts of the rows whose server's version is kept in the shadow. */
  readonly shadowed: ReadonlySet<string>;
  /** Rows loaded so far, from the shadow if they are kept there; null for those that are not there. */
  readonly loaded: Bodies;
};

/** Null takes the row away. */
export type PageWrites = {
  readonly rows: Bodies;
  readonly shadow: Bodies;
  readonly shadowGone: readonly string[];
  /** Mutations that touch other rows now than when they were made. */
  readonly touched: readonly Pick<OwnMutation, 'number' | 'read' | 'wrote'>[];
};
