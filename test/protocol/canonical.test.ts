import { encode } from 'cborg';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';

import { mutatorOf } from '#domain/mutators.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { anyBytes } from '#protocol/fields.ts';
import { type Schema, type Shape, shapeOf } from '#protocol/shape.ts';
import { messages, mutationNames } from '#test/support/all-shapes.ts';
import { arbitraryOf } from '#test/support/arbitrary.ts';

const SEED = 20_261_124;
const shapes: readonly [string, Schema<unknown>][] = [
  ...mutationNames.map((name): [string, Schema<unknown>] => [name, mutatorOf(name).args]),
  ...Object.entries(messages).map(([name, schema]): [string, Schema<unknown>] => [name, schema]),
];
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** One field of each kind. */
const sample = v.object({
  whole: v.number(),
  text: v.string(),
  bytes: anyBytes,
  list: v.array(v.number()),
  maybe: v.nullable(v.string()),
  sure: v.boolean(),
});
const value: v.InferOutput<typeof sample> = {
  whole: 1,
  text: 'a',
  bytes: Uint8Array.of(1),
  list: [1],
  maybe: null,
  sure: true,
};

describe.each(shapes)('1.1, 1.2 canonical bytes of %s', (_name, schema) => {
  test('say exactly their value, and are what another encoder of RFC 8949 writes', () => {
    let byteCount = 0;
    fc.assert(
      fc.property(arbitraryOf(schema), (given) => {
        const bytes = toBytes(schema, given);
        byteCount += bytes.length;
        expect(hex(bytes)).toBe(hex(encode(asArrays(shapeOf(schema), given))));
        const read = fromBytes(schema, bytes);
        expect(read.ok).toBe(true);
        if (read.ok) expect(hex(toBytes(schema, read.value))).toBe(hex(bytes));
      }),
      { seed: SEED, numRuns: 30 },
    );
    expect(byteCount).toBeGreaterThan(60);
  });

  test('are the only bytes of their value: whatever else is read was written shorter by an older version', () => {
    let readCount = 0;
    fc.assert(
      fc.property(arbitraryOf(schema), fc.nat(), fc.nat(7), fc.boolean(), (given, place, bit, isCut) => {
        const bytes = toBytes(schema, given);
        const at = place % bytes.length;
        const altered = isCut ? bytes.slice(0, at) : bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit));
        const read = fromBytes(schema, altered);
        if (!read.ok) return;
        readCount += 1;
        const again = hex(toBytes(schema, read.value));
        if (again !== hex(altered)) expect(withoutNulls(again)).toBe(withoutNulls(hex(altered)));
      }),
      { seed: SEED, numRuns: 120 },
    );
    expect(readCount).toBeGreaterThan(0);
  });
});

describe('1.1 only deterministic CBOR of the shape is read', () => {
  test('the sample, for comparison', () => {
    expect(hex(toBytes(sample, value))).toBe('86016161410181 01f6f5'.replaceAll(' ', ''));
    expect(fromBytes(sample, unhex('8601616141018101f6f5'))).toEqual({ ok: true, value });
  });

  test.each([
    ['an integer longer than needed', '86 1801 6161 4101 8101 f6 f5'],
    ['an integer in two bytes instead of one', '86 190018 6161 4101 8101 f6 f5'],
    ['an integer in four bytes', '86 1a00000001 6161 4101 8101 f6 f5'],
    ['an integer in eight bytes', '86 1b0000000000000001 6161 4101 8101 f6 f5'],
    ['a negative integer longer than needed', '86 3800 6161 4101 8101 f6 f5'],
    ['a float 1.0 of two bytes', '86 f93c00 6161 4101 8101 f6 f5'],
    ['a float 1.0 of four bytes', '86 fa3f800000 6161 4101 8101 f6 f5'],
    ['a float 1.5', '86 f93e00 6161 4101 8101 f6 f5'],
    ['not a number', '86 f97e00 6161 4101 8101 f6 f5'],
    ['an integer beyond 2^53', '86 1b0020000000000000 6161 4101 8101 f6 f5'],
    ['the largest integer of CBOR', '86 1bffffffffffffffff 6161 4101 8101 f6 f5'],
    ['a big integer', '86 c24101 6161 4101 8101 f6 f5'],
    ['a tag', '86 01 c06161 4101 8101 f6 f5'],
    ['an undefined', '86 01 6161 4101 8101 f7 f5'],
    ['a null where there must be something', '86 f6 6161 4101 8101 f6 f5'],
    ['a text of indefinite length', '86 01 7f6161ff 4101 8101 f6 f5'],
    ['bytes of indefinite length', '86 01 6161 5f4101ff 8101 f6 f5'],
    ['a list of indefinite length', '86 01 6161 4101 9f01ff f6 f5'],
    ['an object of indefinite length', '9f 01 6161 4101 8101 f6 f5 ff'],
    ['a text whose length is longer than needed', '86 01 780161 4101 8101 f6 f5'],
    ['a text that is no UTF-8', '86 01 61ff 4101 8101 f6 f5'],
    ['a text with half a character', '86 01 63eda080 4101 8101 f6 f5'],
    ['a text spelled longer than needed', '86 01 62c1a1 4101 8101 f6 f5'],
    ['bytes instead of a text', '86 01 4161 4101 8101 f6 f5'],
    ['a text instead of bytes', '86 01 6161 6101 8101 f6 f5'],
    ['a map instead of the object', 'a1 6161 01'],
    ['a map with the same key twice', 'a2 6161 01 6161 02'],
    ['a map that would be a prototype', 'a1 69 5f5f70726f746f5f5f 80'],
    ['a simple value that nobody knows', '86 01 6161 4101 8101 f6 f820'],
    ['a number instead of true', '86 01 6161 4101 8101 f6 01'],
    ['a field too many', '87 01 6161 4101 8101 f6 f5 01'],
    ['something after the end', '86 01 6161 4101 8101 f6 f5 00'],
    ['nothing', ''],
    ['a length without the bytes', '86 01 61'],
    ['a list that says it is endless', '86 01 6161 4101 9b001fffffffffffff'],
    ['a list longer than what is there', '86 01 6161 4101 9affffffff 01'],
    ['bytes longer than what is there', '86 01 6161 5b001fffffffffffff 01'],
    ['a text longer than what is there', '86 01 7affffffff 61'],
  ])('%s is malformed', (_what, bytes) => {
    expect(fromBytes(sample, unhex(bytes))).toEqual({ ok: false, error: { code: 'malformed' } });
  });

  test('2^53 - 1 and its negative are read, and -0 is 0', () => {
    for (const whole of [
      Number.MAX_SAFE_INTEGER,
      Number.MIN_SAFE_INTEGER,
      -1,
      -24,
      -25,
      23,
      24,
      255,
      256,
      65_535,
      65_536,
    ]) {
      expect(fromBytes(sample, toBytes(sample, { ...value, whole }))).toMatchObject({ value: { whole } });
    }
    expect(hex(toBytes(sample, { ...value, whole: -0 }))).toBe(hex(toBytes(sample, { ...value, whole: 0 })));
  });

  test.each(shapes)('%s nested a hundred thousand times is refused at its first step', (_name, schema) => {
    for (const head of [0x81, 0x82, 0xa1, 0xc1, 0xd8, 0x9f]) {
      const bomb = new Uint8Array(100_000).fill(head);
      expect(fromBytes(schema, bomb).ok).toBe(false);
    }
  });

  test('a value that is none cannot be written: a bug, and not a guess', () => {
    expect(() => toBytes(sample, { ...value, whole: 0.5 })).toThrow('whole');
    expect(() => toBytes(sample, { ...value, whole: 2 ** 53 })).toThrow('whole');
    expect(() => toBytes(sample, { ...value, text: '\ud800' })).toThrow('half');
  });
});

describe.each(shapes.filter(([, schema]) => shapeOf(schema).type === 'object'))(
  '1.3 %s may grow at its end',
  (_name, schema) => {
    const entries = (schema as unknown as { readonly entries: v.ObjectEntries }).entries;
    const grown = v.object({ ...entries, added: v.nullable(v.number()) });

    test('what an older version wrote is read with null for the new field', () => {
      fc.assert(
        fc.property(arbitraryOf(schema), (given) => {
          const read = fromBytes(grown, toBytes(schema, given));
          expect(read).toMatchObject({ ok: true, value: { added: null } });
        }),
        { seed: SEED, numRuns: 5 },
      );
    });

    test('what a newer version wrote is refused', () => {
      fc.assert(
        fc.property(arbitraryOf(schema), (given) => {
          const bytes = toBytes(grown, { ...(given as object), added: 1 });
          expect(fromBytes(schema, bytes)).toEqual({ ok: false, error: { code: 'malformed' } });
        }),
        { seed: SEED, numRuns: 5 },
      );
    });
  },
);

/** The same value with each object as the list of its fields: the rule, told a second time. */
function asArrays(shape: Shape, given: unknown): unknown {
  if (given === null) return null;
  if (shape.type === 'nullable') return asArrays(shape.wrapped, given);
  if (shape.type === 'array') return (given as readonly unknown[]).map((item) => asArrays(shape.item, item));
  if (shape.type !== 'object') return given;
  return Object.entries(shape.entries).map(([field, inner]) =>
    asArrays(inner, (given as Readonly<Record<string, unknown>>)[field]),
  );
}

/** Bytes in hexadecimal without what a null or the count of fields may differ by. */
function withoutNulls(text: string): string {
  return text.slice(2).replace(/(f6)+$/, '');
}
