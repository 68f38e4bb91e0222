import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bodies, type Kind, kinds, parseBody } from '#domain/rows.ts';
import { isBodyOf } from '#protocol/row-shape.ts';
import { arbitraryOf } from '#test/support/arbitrary.ts';

const SEED = 20_261_128;
const cases = kinds.map((kind): [Kind] => [kind]);
const ODD = [null, '', ' ', '-', 'ы'.repeat(3_000), '2026-02-30', -1, 0.5, 2 ** 53, true, [], {}, [null], { owner: 1 }];

/** The same value with something else in one place, somewhere in it. */
function bent(value: unknown, dice: () => number): unknown {
  const odd = ODD[dice() % ODD.length];
  if (typeof value !== 'object' || value === null) return odd;
  const keys = Object.keys(value);
  const key = keys[dice() % keys.length];
  if (key === undefined || dice() % 6 === 0) return odd;
  const inner = bent((value as Readonly<Record<string, unknown>>)[key], dice);
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner };
}

describe.each(cases)('8.7 a %s out of a page', (kind) => {
  const anyBody = arbitraryOf<unknown>(bodies[kind]);

  test('is known by its shape, and taken as it came', () => {
    fc.assert(
      fc.property(anyBody, (body) => {
        expect(isBodyOf(kind, body)).toBe(true);
        expect(parseBody(kind, body)).toEqual(body);
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  test('is never taken where its schema refuses it, or would make another body of it', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(anyBody, fc.infiniteStream(fc.nat(1_000)), (body, stream) => {
        const value = bent(body, () => Number(stream.next().value));
        const parsed = parseBody(kind, value);
        seen[parsed === undefined ? 'refused' : 'taken'] += 1;
        // What it does not know for sure it leaves to the schema, and so may refuse more.
        if (isBodyOf(kind, value)) expect(parsed !== undefined && isSame(parsed, value)).toBe(true);
      }),
      { seed: SEED, numRuns: 100 },
    );
    expect(seen.refused).toBeGreaterThan(20);
  });

  test('with a field more or less is left to its schema', () => {
    const body = fc.sample(anyBody, { seed: SEED, numRuns: 1 })[0] as Readonly<Record<string, unknown>>;
    expect(isBodyOf(kind, { ...body, another: 1 })).toBe(false);
    const [first = ''] = Object.keys(body);
    const { [first]: _, ...less } = body;
    expect(isBodyOf(kind, less)).toBe(false);
    expect(isBodyOf(kind, Object.values(body))).toBe(false);
  });
});

/** The schema leaves out the fields that it does not know: then it made another body. */
function isSame(parsed: unknown, value: unknown): boolean {
  return JSON.stringify(parsed) === JSON.stringify(value);
}
