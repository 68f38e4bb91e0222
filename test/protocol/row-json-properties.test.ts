import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bodies, type Body, type Kind, kinds, parseBody } from '#domain/rows.ts';
import { rowJson } from '#protocol/row-json.ts';
import { arbitraryOf } from '#test/support/arbitrary.ts';

const SEED = 20_261_124;
const cases = kinds.map((kind): [Kind] => [kind]);

describe.each(cases)('8.7 the text of a %s', (kind) => {
  const anyBody = arbitraryOf<unknown>(bodies[kind]) as fc.Arbitrary<Body>;

  test('is JSON of the body, read back as the same body, whatever the order in which it was put together', () => {
    let characterCount = 0;
    fc.assert(
      fc.property(anyBody, (body) => {
        const text = rowJson(kind, body);
        characterCount += text.length;
        expect(rowJson(kind, turned(body) as Body)).toBe(text);
        const read = parseBody(kind, JSON.parse(text));
        expect(read).toEqual(body);
        expect(JSON.stringify(read)).toBe(text);
      }),
      { seed: SEED, numRuns: 40 },
    );
    expect(characterCount).toBeGreaterThan(400);
  });
});

/** The same value with the fields of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, turned(inner)] as const)
      .toReversed(),
  );
}
