import { assert } from './assert.ts';

/** Code units that are made into text at once: some engines take no more arguments than this. */
const CHUNK = 4_096;

/** How many bytes a text takes in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // Two halves of a character beyond the first plane take four bytes together; other units from 0x800 on take three.
    if (unit >= 0x80) length += unit < 0x800 || isHalf(unit) ? 1 : 2;
  }
  return length;
}

/** Writes a text as UTF-8 from an offset on; the caller made room for `utf8Length(text)` bytes. */
export function writeUtf8(text: string, bytes: Uint8Array, offset: number): void {
  let at = offset;
  for (let index = 0; index < text.length; index += 1) {
    let point = text.charCodeAt(index);
    if (isHalf(point)) {
      point = text.codePointAt(index) ?? point;
      assert(!isHalf(point), 'half a character is no text');
      index += 1;
    }
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    const followCount = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes[at++] = ((0xff00 >> (followCount + 1)) & 0xff) | (point >> (6 * followCount));
    for (let shift = 6 * (followCount - 1); shift >= 0; shift -= 6) bytes[at++] = 0x80 | ((point >> shift) & 0x3f);
  }
}

/** Reads UTF-8 strictly: undefined for what is too long, too short, half a character or beyond the last one. */
export function readUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  let text = '';
  let units: number[] = [];
  for (let at = start; at < end;) {
    const lead = bytes[at++] ?? 0;
    if (lead < 0x80) {
      units.push(lead);
    } else {
      const followCount = followCountOf(lead);
      const point = pointAt(bytes, at, followCount, end);
      if (point === undefined) return undefined;
      at += followCount;
      if (point >= 0x10000) units.push(0xd7c0 + (point >> 10), 0xdc00 | (point & 0x3ff));
      else units.push(point);
    }
    if (units.length >= CHUNK) {
      text += String.fromCharCode(...units);
      units = [];
    }
  }
  return text + String.fromCharCode(...units);
}

/** The smallest character that needs so many bytes after the first: written longer, it would have two spellings. */
const SMALLEST = [0, 0x80, 0x800, 0x10000];

function followCountOf(lead: number): number {
  if (lead < 0xc2 || lead > 0xf4) return 0;
  return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
}

/** The character whose first byte stands before this offset. */
function pointAt(bytes: Uint8Array, offset: number, followCount: number, end: number): number | undefined {
  if (followCount === 0 || offset + followCount > end) return undefined;
  let point = (bytes[offset - 1] ?? 0) & (0x3f >> followCount);
  for (let index = 0; index < followCount; index += 1) {
    const follow = bytes[offset + index] ?? 0;
    if ((follow & 0xc0) !== 0x80) return undefined;
    point = (point << 6) | (follow & 0x3f);
  }
  return point < (SMALLEST[followCount] ?? 0) || point > 0x10ffff || isHalf(point) ? undefined : point;
}

function isHalf(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
