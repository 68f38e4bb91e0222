import { publicKey } from '#domain/people.ts';
import { photoHash } from '#domain/photo.ts';
import { stopsMark } from '#domain/run-plan-fields.ts';
import * as scalars from '#domain/scalars.ts';
import { type Schema, type Shape, shapeOf } from '#protocol/shape.ts';
import { ruleOf } from './arbitrary.ts';

/** The value of a schema that takes most bytes: the longest lists of the longest texts of the widest letters. */
export function largestOf<T>(schema: Schema<T>): T {
  return largest(shapeOf(schema)) as T;
}

/** Three bytes for one UTF-16 unit: there is no wider letter. */
const WIDEST = '茶';
const KNOWN: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [scalars.rowId, 'x'.repeat(40)],
  [scalars.inviteId, 'x'.repeat(26)],
  [scalars.day, '2026-01-15'],
  [scalars.name, WIDEST.repeat(scalars.MAX_NAME_LENGTH)],
  [scalars.nameOrEmpty, WIDEST.repeat(scalars.MAX_NAME_LENGTH)],
  [scalars.note, WIDEST.repeat(scalars.MAX_NOTE_LENGTH)],
  [scalars.unit, WIDEST.repeat(scalars.MAX_UNIT_LENGTH)],
  [scalars.phone, `+${'7'.repeat(24)}`],
  [scalars.checkpointCode, '99999'],
  [photoHash, 'x'.repeat(52)],
  [stopsMark, 'f'.repeat(16)],
  [publicKey, 'x'.repeat(87)],
]);

function largest(shape: Shape): unknown {
  const known = KNOWN.get(shape);
  if (known !== undefined) return known;
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.entries).map(([field, inner]) => [field, largest(inner)]));
    case 'array': {
      const item = largest(shape.item);
      return Array.from({ length: ruleOf(shape, 'length') ?? ruleOf(shape, 'max_length') ?? Number.NaN }, () => item);
    }
    case 'nullable':
      return largest(shape.wrapped);
    case 'picklist':
      return shape.options.toSorted((a, b) => b.length - a.length)[0];
    case 'number':
      return ruleOf(shape, 'max_value');
    case 'literal':
      return shape.literal;
    case 'boolean':
      return true;
    case 'string':
    case 'custom':
      throw new Error('a text of a mutation needs a line in KNOWN');
  }
}
