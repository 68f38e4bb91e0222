import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import { mutatorOf } from '#domain/mutators.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { type Schema, type Shape, shapeOf } from '#protocol/shape.ts';
import { messages, mutationNames } from '#test/support/all-shapes.ts';
import { arbitraryOf } from '#test/support/arbitrary.ts';

const SEED = 20_261_127;
const shapes: readonly [string, Schema<unknown>][] = [
  ...mutationNames.map((name): [string, Schema<unknown>] => [name, mutatorOf(name).args]),
  ...Object.entries(messages).map(([name, schema]): [string, Schema<unknown>] => [name, schema]),
];
const TEXTS = [
  '',
  ' ',
  '0',
  '-',
  '2026-02-30',
  '1970-01-01',
  'x'.repeat(16),
  'ы'.repeat(500),
  '\u202e',
  'a\nb',
  'aaaabbbbccccdddd.1',
];
const NUMBERS = [-1, 0, 1, 2, 255, 256, 4_294_967_296, -90_000_001, Number.MAX_SAFE_INTEGER];
const LENGTHS = [0, 1, 16, 31, 32, 33, 64, 65, 66];

/** A value in which some leaf says something that its shape's type allows and its rules may not. */
function bent(shape: Shape, value: unknown, dice: () => number): unknown {
  switch (shape.type) {
    case 'object': {
      const names = Object.keys(shape.entries);
      const name = names[dice() % names.length];
      const inner = name === undefined ? undefined : shape.entries[name];
      if (name === undefined || inner === undefined) return value;
      const record = value as Readonly<Record<string, unknown>>;
      return { ...record, [name]: bent(inner, record[name], dice) };
    }
    case 'array': {
      const items = value as readonly unknown[];
      if (items.length === 0 || dice() % 4 === 0) return [];
      const at = dice() % items.length;
      return items.with(at, bent(shape.item, items[at], dice));
    }
    case 'nullable':
      return value === null ? null : bent(shape.wrapped, value, dice);
    case 'boolean':
      return value;
    case 'number':
      return NUMBERS[dice() % NUMBERS.length];
    case 'literal':
      return typeof shape.literal === 'number' ? NUMBERS[dice() % NUMBERS.length] : TEXTS[dice() % TEXTS.length];
    case 'custom':
      return new Uint8Array(LENGTHS[dice() % LENGTHS.length] ?? 0);
    case 'string':
    case 'picklist':
      return TEXTS[dice() % TEXTS.length];
  }
}

describe.each(shapes)('what is read of %s', (_name, schema) => {
  test('is what its schema allows, and nothing else', () => {
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(arbitraryOf(schema), fc.infiniteStream(fc.nat(1_000)), (given, stream) => {
        const dice = () => Number(stream.next().value);
        const value = bent(shapeOf(schema), given, dice);
        const isAllowed = v.safeParse(schema, value).success;
        seen[isAllowed ? 'taken' : 'refused'] += 1;
        expect(fromBytes(schema, toBytes(schema, value)).ok).toBe(isAllowed);
      }),
      { seed: SEED, numRuns: 200 },
    );
    expect(seen.taken + seen.refused).toBe(200);
  });
});

test('rules are broken often enough to tell', () => {
  const broken = shapes.filter(([, schema]) => {
    const samples = fc.sample(arbitraryOf(schema), { seed: SEED, numRuns: 40 });
    let roll = 0;
    const dice = () => (roll += 7);
    return samples.some((given) => !v.safeParse(schema, bent(shapeOf(schema), given, dice)).success);
  });
  expect(broken.length).toBeGreaterThan(shapes.length * 0.8);
});
