import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Context, Standing } from '#domain/context.ts';
import { mutatorOf, type MutationName } from '#domain/mutators.ts';
import { bodies, type Kind, parseBody, type RowKey, type RowState } from '#domain/rows.ts';
import { runMutation } from '#domain/run-mutation.ts';
import { mutationNames } from '#test/support/all-shapes.ts';
import { arbitraryOf } from '#test/support/arbitrary.ts';
import { BRANCH, handOf, NOON } from '#test/support/test-branch.ts';

const SEED = 20_261_124;
const standings: readonly Standing[] = ['newcomer', 'waiting', 'driver', 'organiser', 'operator'];
const anyRow = (kind: Kind): fc.Arbitrary<RowState> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: (arbitraryOf<unknown>(bodies[kind]) as fc.Arbitrary<never>).map(
        (body) => ({ state: 'present', body }) as const,
      ),
    },
    { weight: 1, arbitrary: fc.constant({ state: 'absent' } as const) },
    { weight: 1, arbitrary: fc.constant({ state: 'unknown' } as const) },
  );

/** How often any of them was applied and refused, over all names: a world in which nothing happens proves nothing. */
const seen = { applied: 0, refused: 0 };

describe.each(mutationNames.map((name): [MutationName] => [name]))(
  '%s, with any arguments, by anybody, over any rows',
  (name) => {
    test('ends in rounds, decides the same twice, and makes only rows that every phone can read', () => {
      const situation = fc.record({
        args: arbitraryOf(mutatorOf(name).args),
        role: fc.constantFrom(...standings),
        mutationNumber: fc.constantFrom(1, 2, 4_294_967_295),
        // A row is thought of when it is read: of the forty kinds a mutation reads three or four.
        any: fc.gen(),
      });
      fc.assert(
        fc.property(situation, ({ args, role, mutationNumber, any }) => {
          const context: Context = { ...handOf('saule', role), branch: BRANCH, mutationNumber, claimedAt: NOON };
          const rowOf = new Map<Kind, RowState>();
          const whole = JSON.stringify(args);
          const asRead: string[] = [];
          const load = ({ kind }: RowKey): RowState => {
            const row = rowOf.get(kind) ?? any(anyRow, kind);
            if (!rowOf.has(kind)) asRead.push(JSON.stringify(row));
            rowOf.set(kind, row);
            return row;
          };
          const { outcome, read } = runMutation(name, args, context, load);
          expect(runMutation(name, args, context, load)).toEqual({ type: 'decided', outcome, read });
          expect(JSON.stringify(args)).toBe(whole);
          expect([...rowOf.values()].map((row) => JSON.stringify(row))).toEqual(asRead);
          if (!outcome.ok) {
            seen.refused += 1;
            return;
          }
          seen.applied += 1;
          for (const patch of outcome.value) {
            if (patch.op === 'put') expect(parseBody(patch.kind, patch.body)).toEqual(patch.body);
          }
        }),
        { seed: SEED, numRuns: 40 },
      );
    });
  },
);

test('both happened often', () => {
  expect(seen.applied).toBeGreaterThan(100);
  expect(seen.refused).toBeGreaterThan(400);
});
