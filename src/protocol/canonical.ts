import { decode, encode } from 'cborg';
import * as v from 'valibot';
import { assert } from '#lib/assert.ts';
import { err, ok, type Result } from '#lib/result.ts';

/** Any shape: this file only walks it. */
export type Schema<T> = v.GenericSchema<unknown, T>;

type Shape =
  | { readonly type: 'object'; readonly entries: Readonly<Record<string, Shape>> }
  | { readonly type: 'array'; readonly item: Shape }
  | { readonly type: 'nullable'; readonly wrapped: Shape }
  | { readonly type: 'picklist'; readonly options: readonly string[] }
  | { readonly type: 'string' | 'number' | 'boolean' | 'custom' | 'union' | 'literal' };

/**
 * The canonical bytes of a value (SPEC 1): deterministic CBOR (RFC 8949 section 4.2.1) in which an object is the array
 * of its fields in the order of its shape. Equal values are equal bytes on every device, so they can be hashed and signed.
 */
export function toBytes<T>(schema: Schema<T>, value: T): Uint8Array<ArrayBuffer> {
  return encode(toWire(shapeOf(schema), value));
}

/**
 * Reads canonical bytes. Trailing fields that an older version did not know read as null; anything else that is not of
 * the shape, is not deterministic, or is too deep is `malformed`.
 */
export function fromBytes<T>(schema: Schema<T>, bytes: Uint8Array): Result<T, { readonly code: 'malformed' }> {
  try {
    const wire: unknown = decode(bytes, {
      strict: true,
      allowIndefinite: false,
      allowUndefined: false,
      allowNaN: false,
    });
    const parsed = v.safeParse(schema, fromWire(shapeOf(schema), wire));
    return parsed.success ? ok(parsed.output) : err({ code: 'malformed' });
  } catch {
    // The decoder throws on bytes that are no CBOR, and the walk on a shape that differs: bad input, not a bug.
    return err({ code: 'malformed' });
  }
}

/** A shape in words: what the wire's pinned hash is made of, so that a changed field cannot go unnoticed. */
export function describeShape<T>(schema: Schema<T>): string {
  return describe(shapeOf(schema));
}

function describe(shape: Shape): string {
  if (shape.type === 'object') {
    return `{${Object.entries(shape.entries)
      .map(([field, inner]) => `${field}:${describe(inner)}`)
      .join(',')}}`;
  }
  if (shape.type === 'array') return `[${describe(shape.item)}]`;
  if (shape.type === 'nullable') return `${describe(shape.wrapped)}?`;
  return shape.type === 'picklist' ? `(${shape.options.join('|')})` : shape.type;
}

function shapeOf<T>(schema: Schema<T>): Shape {
  // valibot types keep their parts (`entries`, `item`, `wrapped`) on the schema object; a pipe keeps its first schema's.
  return schema as unknown as Shape;
}

function toWire(shape: Shape, value: unknown): unknown {
  if (shape.type === 'object') {
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.entries(shape.entries).map(([field, inner]) => toWire(inner, fields[field]));
  }
  if (shape.type === 'array') return (value as readonly unknown[]).map((item) => toWire(shape.item, item));
  if (shape.type === 'nullable') return value === null || value === undefined ? null : toWire(shape.wrapped, value);
  assert(value !== undefined, 'a field of a canonical value is missing');
  return value;
}

function fromWire(shape: Shape, wire: unknown): unknown {
  if (shape.type === 'object') {
    const fields = Object.entries(shape.entries);
    assert(Array.isArray(wire) && wire.length <= fields.length, 'an object is the array of its fields');
    return Object.fromEntries(fields.map(([field, inner], index) => [field, fromWire(inner, wire[index] ?? null)]));
  }
  if (shape.type === 'array') {
    assert(Array.isArray(wire), 'a list is an array');
    return wire.map((item) => fromWire(shape.item, item));
  }
  if (shape.type === 'nullable') return wire === null ? null : fromWire(shape.wrapped, wire);
  return wire;
}
