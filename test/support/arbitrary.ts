import fc from 'fast-check';

import { noticeMarkText, publicKey } from '#domain/people.ts';
import { stopsMark } from '#domain/run-plan-fields.ts';
import { photoHash } from '#domain/photo.ts';
import * as scalars from '#domain/scalars.ts';
import { inviteSecret } from '#protocol/enrolment.ts';
import { entrySchema } from '#protocol/entry.ts';
import * as fields from '#protocol/fields.ts';
import { rulesOf, type Schema, type Shape, shapeOf } from '#protocol/shape.ts';

/** Values of a schema, any that it allows; grown from its shape, so that a new field is tried without a word. */
export function arbitraryOf<T>(schema: Schema<T>): fc.Arbitrary<T> {
  return anyOf(shapeOf(schema)) as fc.Arbitrary<T>;
}

const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz';
const text = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const anyLength = (value: string) => value.length;

/** Text in the scripts that people here write, and what comes with phones. */
const letters = fc.constantFrom(...'abcXYZ 0189-.,()"\\/<>&ӘәҒғҚқңӨөЖжъё№«»', '🍵', '茶', 'é', '\u00a0');
const words = (maxLength: number) =>
  fc.string({ unit: letters, maxLength: Math.floor(maxLength / 2) }).filter((value) => anyLength(value) <= maxLength);
const notBlank = (maxLength: number) => words(maxLength - 1).map((value) => `я${value}`.slice(0, maxLength));
const madeId = fc
  .tuple(text(BASE32, 16, 16), fc.array(fc.integer({ min: 1, max: 4_294_967_295 }), { minLength: 1, maxLength: 2 }))
  .map(([device, numbers]) => [device, ...numbers].join('.'));

/** The texts whose pattern says more than a shape can grow from. */
const KNOWN: ReadonlyMap<unknown, fc.Arbitrary<string>> = new Map<unknown, fc.Arbitrary<string>>([
  [scalars.rowId, fc.oneof(madeId, text(BASE32, 1, 40))],
  [scalars.inviteId, text(BASE32, 26, 26)],
  [scalars.deviceId, text(BASE32, 16, 16)],
  [scalars.branchId, text(BASE32, 4, 16)],
  [scalars.day, fc.constantFrom('2026-01-15', '2024-02-29', '2000-01-01', '2099-12-31')],
  [scalars.name, notBlank(scalars.MAX_NAME_LENGTH)],
  [scalars.nameOrEmpty, words(scalars.MAX_NAME_LENGTH)],
  [scalars.note, words(scalars.MAX_NOTE_LENGTH).map((value) => value.replaceAll('.', '\n'))],
  [scalars.unit, notBlank(scalars.MAX_UNIT_LENGTH)],
  [scalars.phone, text('0123456789', 2, 20).map((digits) => `+7 (${digits})`.slice(0, 24))],
  [scalars.checkpointCode, fc.integer({ min: 1, max: 99_999 }).map(String)],
  [photoHash, text(BASE32, 52, 52)],
  [stopsMark, text('0123456789abcdef', 16, 16)],
  [noticeMarkText, text(BASE32, 8, 8)],
  [publicKey, text(`${BASE32}ABC_-`, 87, 87)],
  [inviteSecret, text(BASE32, 12, 12)],
  [entrySchema.entries.name, fc.constantFrom('enrol', 'deliveryRecord', 'somethingNew')],
  [fields.epoch, text(BASE32, 16, 16)],
  [fields.mark, text(BASE32, 13, 13)],
  [fields.organisationId, text(BASE32, 16, 16)],
]);

function anyOf(shape: Shape): fc.Arbitrary<unknown> {
  const known = KNOWN.get(shape);
  if (known !== undefined) return known;
  switch (shape.type) {
    case 'object':
      return fc.record(mapValues(shape.entries, anyOf));
    case 'array':
      return fc.array(anyOf(shape.item), bounds(shape, 4));
    case 'nullable':
      return fc.option(anyOf(shape.wrapped));
    case 'picklist':
      return fc.constantFrom(...shape.options);
    case 'literal':
      return fc.constant(shape.literal);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({
        min: ruleOf(shape, 'min_value') ?? Number.MIN_SAFE_INTEGER,
        max: ruleOf(shape, 'max_value') ?? Number.MAX_SAFE_INTEGER,
      });
    case 'custom':
      return fc.uint8Array(bounds(shape, 40));
    case 'string':
      if (ruleOf(shape, 'regex') !== undefined) throw new Error('a text with a pattern needs a line in KNOWN');
      return words(ruleOf(shape, 'max_length') ?? 100);
  }
}

/** Least and most length, and never more than is quick. */
function bounds(shape: Shape, quick: number): { readonly minLength: number; readonly maxLength: number } {
  const exact = ruleOf(shape, 'length');
  const minLength = exact ?? ruleOf(shape, 'min_length') ?? 0;
  return { minLength, maxLength: exact ?? Math.max(minLength, Math.min(ruleOf(shape, 'max_length') ?? quick, quick)) };
}

/** What a shape demands last: a bound, or no number for a pattern. */
export function ruleOf(shape: Shape, type: string): number | undefined {
  const rule = rulesOf(shape).findLast((step) => step.type === type);
  if (rule === undefined) return undefined;
  return typeof rule.requirement === 'number' ? rule.requirement : Number.NaN;
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
