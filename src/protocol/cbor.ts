import { assert } from '#lib/assert.ts';
import { readUtf8, utf8Length, writeUtf8 } from '#lib/utf8.ts';

/** Bytes being written. They grow as needed. */
export type Sink = { bytes: Uint8Array<ArrayBuffer>; length: number };

/**
 * Bytes being read. Once broken it stays broken, and so it does when it is read beyond its end: who reads looks at the end.
 */
export type Source = {
  readonly bytes: Uint8Array;
  /** Whether bytes within are views of the message rather than copies of their own. */
  readonly isInPlace: boolean;
  offset: number;
  isBroken: boolean;
};

/** The kinds of items that the wire knows (RFC 8949 section 3.1); all others are refused. */
const UNSIGNED = 0;
const NEGATIVE = 1;
const BYTES = 2;
const TEXT = 3;
const ARRAY = 4;
const FALSE = 0xf4;
const TRUE = 0xf5;
const NULL = 0xf6;
const TWO_TO_32 = 4_294_967_296;
const FIRST_SIZE = 256;
const KEPT_SIZE = 65_536;

export function newSink(): Sink {
  return { bytes: new Uint8Array(FIRST_SIZE), length: 0 };
}

/** Makes a sink ready for the next message, in the room that it has; it lets go of a room that is larger than most need. */
export function emptied(sink: Sink): Sink {
  if (sink.bytes.length > KEPT_SIZE) sink.bytes = new Uint8Array(FIRST_SIZE);
  sink.length = 0;
  return sink;
}

/** What was written so far. */
export function written(sink: Sink): Uint8Array<ArrayBuffer> {
  return sink.bytes.slice(0, sink.length);
}

export function writeInteger(sink: Sink, value: number): void {
  assert(Number.isSafeInteger(value), 'a number of the wire is a whole one');
  if (value < 0) writeHead(sink, NEGATIVE, -1 - value);
  else writeHead(sink, UNSIGNED, value);
}

export function writeBytes(sink: Sink, value: Uint8Array): void {
  writeHead(sink, BYTES, value.length);
  reserve(sink, value.length);
  sink.bytes.set(value, sink.length);
  sink.length += value.length;
}

export function writeText(sink: Sink, value: string): void {
  const length = utf8Length(value);
  writeHead(sink, TEXT, length);
  reserve(sink, length);
  writeUtf8(value, sink.bytes, sink.length);
  sink.length += length;
}

export function writeTrue(sink: Sink): void {
  writeByte(sink, TRUE);
}

export function writeFalse(sink: Sink): void {
  writeByte(sink, FALSE);
}

export function writeNull(sink: Sink): void {
  writeByte(sink, NULL);
}

/** Begins an array; the caller writes its items. */
export function writeArrayHead(sink: Sink, count: number): void {
  writeHead(sink, ARRAY, count);
}

export function readInteger(source: Source): number {
  const isNegative = (source.bytes[source.offset] ?? 0) >> 5 === NEGATIVE;
  const argument = readHead(source, isNegative ? NEGATIVE : UNSIGNED);
  return isNegative ? -1 - argument : argument;
}

/** A copy, so that keeping it does not keep the whole message; unless the whole is read in place. */
export function readBytes(source: Source): Uint8Array {
  const { bytes, offset } = advance(source, readHead(source, BYTES));
  const view = bytes.subarray(offset, source.offset);
  return source.isInPlace ? view : new Uint8Array(view);
}

export function readText(source: Source): string {
  const { bytes, offset } = advance(source, readHead(source, TEXT));
  const text = readUtf8(bytes, offset, source.offset);
  if (text === undefined) source.isBroken = true;
  return text ?? '';
}

export function readBoolean(source: Source): boolean {
  const byte = source.bytes[source.offset++];
  if (byte !== TRUE && byte !== FALSE) source.isBroken = true;
  return byte === TRUE;
}

/** Reads a null if there is one; true then. */
export function skipNull(source: Source): boolean {
  if (source.bytes[source.offset] !== NULL) return false;
  source.offset += 1;
  return true;
}

/** How many items are said to follow. Who reads them stops where the source breaks: at its end, whatever was said. */
export function readArrayHead(source: Source): number {
  return readHead(source, ARRAY);
}

/** Reads a head of this kind: 0, and broken, for another kind, a longer spelling than needed, or a number beyond 2^53. */
function readHead(source: Source, kind: number): number {
  const first = source.bytes[source.offset++] ?? 0xff;
  const short = first & 31;
  const width = short < 24 ? 0 : short < 28 ? 1 << (short - 24) : Number.NaN;
  let argument = width === 0 ? short : 0;
  for (let index = 0; index < width; index += 1) argument = argument * 256 + (source.bytes[source.offset + index] ?? 0);
  source.offset += width;
  const isShortest = width === 0 || argument >= (width === 1 ? 24 : 256 ** (width / 2));
  if (first >> 5 === kind && isShortest && argument <= Number.MAX_SAFE_INTEGER) return argument;
  source.isBroken = true;
  source.offset = source.bytes.length;
  return 0;
}

/** Steps over bytes that belong to an item; gives where they begin. */
function advance(source: Source, length: number): { readonly bytes: Uint8Array; readonly offset: number } {
  const { bytes, offset } = source;
  if (length > bytes.length - offset) source.isBroken = true;
  else source.offset += length;
  return { bytes, offset };
}

function writeHead(sink: Sink, kind: number, argument: number): void {
  reserve(sink, 9);
  const first = kind << 5;
  const { bytes } = sink;
  if (argument < 24) {
    bytes[sink.length++] = first | argument;
    return;
  }
  const width = argument < 256 ? 1 : argument < 65_536 ? 2 : argument < TWO_TO_32 ? 4 : 8;
  bytes[sink.length++] = first | (24 + Math.log2(width));
  for (let power = width - 1; power >= 0; power -= 1) bytes[sink.length++] = Math.floor(argument / 256 ** power) % 256;
}

function writeByte(sink: Sink, byte: number): void {
  reserve(sink, 1);
  sink.bytes[sink.length++] = byte;
}

function reserve(sink: Sink, count: number): void {
  const needed = sink.length + count;
  if (needed <= sink.bytes.length) return;
  const grown = new Uint8Array(Math.max(needed, sink.bytes.length * 2));
  grown.set(sink.bytes);
  sink.bytes = grown;
}
