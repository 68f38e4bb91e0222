import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import { mutatorOf } from '#domain/mutators.ts';
import { bodies } from '#domain/rows.ts';
import { problemCodes } from '#protocol/problem.ts';
import { describeShape } from '#protocol/shape.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { messages, mutationNames } from '#test/support/all-shapes.ts';
import { sha256 } from '#test/support/crypto.ts';

/**
 * The wire of every version, hashed. When this fails, the wire has changed: old phones are outside and cannot be asked. So
 * raise PROTOCOL_VERSION, add its hash, record messages of it in test/compatibility, and keep reading the old ones.
 * (Before the first release the hash of version 1 may still be replaced, together with the golden vectors.)
 */
const PINNED: Readonly<Record<number, string>> = {
  1: 'e515841d2318d31cf4b2d0d042b470e5bc7c4b3a0e28d9705da2876ecabae662',
};

/** All that two programs must agree about: messages, statements, arguments with their versions, rows, codes. */
function wire(): string {
  return [
    ...Object.entries(messages).map(([name, schema]) => `message ${name} ${describeShape<unknown>(schema)}`),
    ...mutationNames.map((name) => {
      const { version, nature, args } = mutatorOf(name);
      return `mutation ${name} ${version} ${nature} ${describeShape(args)}`;
    }),
    ...Object.entries(bodies).map(([kind, schema]) => `row ${kind} ${describeShape<unknown>(schema)}`),
    `problems ${problemCodes.join(' ')}`,
  ].join('\n');
}

test('1.5 the wire is the one of this version', () => {
  expect(Buffer.from(sha256(Buffer.from(wire()))).toString('hex')).toBe(PINNED[PROTOCOL_VERSION]);
});

describe('1.5 nothing of a shape can change without its description', () => {
  const a = v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.nullable(v.string()) });

  test.each<[string, v.GenericSchema]>([
    ['another order', v.object({ two: v.nullable(v.string()), one: v.pipe(v.number(), v.minValue(1)) })],
    ['another name', v.object({ one: v.pipe(v.number(), v.minValue(1)), three: v.nullable(v.string()) })],
    ['another bound', v.object({ one: v.pipe(v.number(), v.minValue(2)), two: v.nullable(v.string()) })],
    ['a bound more', v.object({ one: v.pipe(v.number(), v.minValue(1), v.maxValue(9)), two: v.nullable(v.string()) })],
    ['a bound on top of one', v.object({ one: v.pipe(a.entries.one, v.minValue(2)), two: v.nullable(v.string()) })],
    [
      'a pattern',
      v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.nullable(v.pipe(v.string(), v.regex(/x/))) }),
    ],
    ['no null', v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.string() })],
    ['a list', v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.nullable(v.array(v.string())) })],
    ['another type', v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.nullable(v.boolean()) })],
    ['a choice', v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.nullable(v.picklist(['x', 'y'])) })],
    ['a field more', v.object({ ...a.entries, three: v.nullable(v.string()) })],
  ])('%s', (_what, other) => {
    expect(describeShape(other)).not.toBe(describeShape(a));
  });

  test('and the same shape is described the same', () => {
    const again = v.object({ one: v.pipe(v.number(), v.minValue(1)), two: v.nullable(v.string()) });
    expect(describeShape(again)).toBe(describeShape(a));
    expect(describeShape(a)).toBe('{one:number<min_value 1>,two:string?}');
  });
});
