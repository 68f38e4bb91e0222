import { assert } from '#lib/assert.ts';
import { err, ok, type Result } from '#lib/result.ts';
import {
  emptied,
  newSink,
  readArrayHead,
  readBoolean,
  readBytes,
  readInteger,
  readText,
  type Sink,
  skipNull,
  type Source,
  writeArrayHead,
  writeBytes,
  writeFalse,
  writeInteger,
  writeNull,
  writeText,
  writeTrue,
  written,
} from './cbor.ts';
import { type Allows, allowsOf } from './rules.ts';
import { type Schema, type Shape, shapeOf } from './shape.ts';

export type { Schema } from './shape.ts';

/**
 * The canonical bytes of a value (SPEC 1): deterministic CBOR (RFC 8949 section 4.2.1) in which an object is the array
 * of its fields in the order of its shape. Equal values are equal bytes on every device, so they can be hashed and signed.
 * The value must be of the schema's shape: what comes from outside is parsed before.
 */
export function toBytes<T>(schema: Schema<T>, value: T): Uint8Array<ArrayBuffer> {
  const sink = emptied(room);
  codecOf(shapeOf(schema)).write(sink, value);
  return written(sink);
}

/** Where messages are written before they are cut to their length: nothing is awaited meanwhile, so one is enough. */
const room = newSink();

/**
 * Reads canonical bytes. Trailing fields that an older version did not know read as null; anything else that is not of
 * the shape, or not deterministic, is `malformed`. Only what the shape names is read, so nothing can be nested deeper.
 */
export function fromBytes<T>(schema: Schema<T>, bytes: Uint8Array): Result<T, { readonly code: 'malformed' }> {
  return read(schema, { bytes, isInPlace: false, offset: 0, isBroken: false });
}

/**
 * The same where what is read is soon let go: byte fields are views of the message, which lives as long as any of them.
 * A database that copies values may keep all of a message for one of its views.
 */
export function fromBytesInPlace<T>(schema: Schema<T>, bytes: Uint8Array): Result<T, { readonly code: 'malformed' }> {
  return read(schema, { bytes, isInPlace: true, offset: 0, isBroken: false });
}

function read<T>(schema: Schema<T>, source: Source): Result<T, { readonly code: 'malformed' }> {
  const value = codecOf(shapeOf(schema)).read(source);
  return source.isBroken || source.offset !== source.bytes.length ? err({ code: 'malformed' }) : ok(value as T);
}

/** How values of one shape are written and read; made once for each shape. */
type Codec = {
  readonly write: (sink: Sink, value: unknown) => void;
  readonly read: (source: Source) => unknown;
};

const codecs = new WeakMap<Shape, Codec>();

function codecOf(shape: Shape): Codec {
  const known = codecs.get(shape);
  if (known !== undefined) return known;
  const made = withRules(makeCodec(shape), allowsOf(shape));
  codecs.set(shape, made);
  return made;
}

function withRules({ write, read }: Codec, allows: Allows | undefined): Codec {
  if (allows === undefined) return { write, read };
  return {
    write,
    read: (source) => {
      const value = read(source);
      if (!source.isBroken && !allows(value)) source.isBroken = true;
      return value;
    },
  };
}

const textCodec: Codec = { write: (sink, value) => writeText(sink, value as string), read: readText };
const integerCodec: Codec = { write: (sink, value) => writeInteger(sink, value as number), read: readInteger };
const booleanCodec: Codec = {
  write: (sink, value) => (value === true ? writeTrue(sink) : writeFalse(sink)),
  read: readBoolean,
};
const bytesCodec: Codec = { write: (sink, value) => writeBytes(sink, value as Uint8Array), read: readBytes };

function makeCodec(shape: Shape): Codec {
  switch (shape.type) {
    case 'object':
      return objectCodec(Object.entries(shape.entries).map(([name, inner]) => ({ name, ...codecOf(inner) })));
    case 'array':
      return arrayCodec(codecOf(shape.item));
    case 'nullable':
      return nullableCodec(codecOf(shape.wrapped));
    case 'literal':
      return typeof shape.literal === 'number' ? integerCodec : textCodec;
    case 'number':
      return integerCodec;
    case 'boolean':
      return booleanCodec;
    case 'custom':
      return bytesCodec;
    case 'string':
    case 'picklist':
      return textCodec;
    default:
      assert(false, `the wire has no ${(shape as Shape).type}`);
  }
}

function objectCodec(fields: readonly (Codec & { readonly name: string })[]): Codec {
  return {
    write: (sink, value) => {
      writeArrayHead(sink, fields.length);
      for (const { name, write } of fields) write(sink, (value as Readonly<Record<string, unknown>>)[name]);
    },
    read: (source) => {
      const count = readArrayHead(source);
      if (count > fields.length) source.isBroken = true;
      const value: Record<string, unknown> = {};
      let index = 0;
      // Counted by hand: the most trodden loop of a push, and `entries()` makes three objects for each field.
      for (const { name, read } of fields) {
        value[name] = index < count ? read(source) : null;
        index += 1;
      }
      return value;
    },
  };
}

function arrayCodec(item: Codec): Codec {
  return {
    write: (sink, value) => {
      const items = value as readonly unknown[];
      writeArrayHead(sink, items.length);
      for (const each of items) item.write(sink, each);
    },
    read: (source) => {
      const count = readArrayHead(source);
      const items: unknown[] = [];
      while (items.length < count && !source.isBroken) items.push(item.read(source));
      return items;
    },
  };
}

function nullableCodec(wrapped: Codec): Codec {
  return {
    write: (sink, value) => (value === null || value === undefined ? writeNull(sink) : wrapped.write(sink, value)),
    read: (source) => (skipNull(source) ? null : wrapped.read(source)),
  };
}
