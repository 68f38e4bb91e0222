import { bytesToBase32 } from '#lib/base32.ts';
import type { Sha256 } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { MAX_PHOTO_BYTES } from '#domain/photo.ts';
import { APP0, APP15, COM, DHT, DQT, DRI, EOI, type JpegSegment, jpegSegments, SOI, SOS } from './jpeg-segments.ts';

/** The longest edge of a picture, in pixels: it fills a laptop's screen, and decoding it is nothing for a cheap phone. */
export const MAX_PHOTO_EDGE = 2_048;

/**
 * Why bytes are not taken for a picture. `notJpeg`: not made of JPEG's parts, or something follows its end. `tells`: it has a
 * part that may say where, when or by whom it was taken, or simply says something. `hides`: it is another file as well.
 */
export type PictureFault = { readonly code: 'tooLarge' | 'notJpeg' | 'tells' | 'hides' | 'tooWide' };
export type PictureSize = { readonly width: number; readonly height: number };

const JFIF = [0x4a, 0x46, 0x49, 0x46, 0x00];
/** A JFIF head without a picture within the picture. */
const JFIF_LENGTH = 18;
/** Sequential and progressive, Huffman coded, eight bits: all that browsers write. */
const FRAMES: readonly number[] = [0xc0, 0xc1, 0xc2];
const PLAIN: readonly number[] = [SOI, EOI, SOS, DQT, DHT, DRI, ...FRAMES];
/** A progressive picture has a dozen. */
const MAX_SCANS = 32;

/** How other files begin, or end, that some reader might find within one. By chance none of them is in a picture. */
const OTHER_FILES = [
  'PK\u0003\u0004',
  'PK\u0005\u0006',
  '<script',
  '<html',
  '<!doctype',
  '<svg',
  '<?xml',
  '<?php',
  '%PDF-',
].map((text) => Array.from(text, (character) => character.charCodeAt(0)));

/**
 * Takes bytes for a picture only if they are a JPEG file, nothing but the picture, and one that every phone can show (SPEC
 * 13.4). The same on the phone before it sends and on the server before anybody is shown it.
 */
export function readPicture(bytes: Uint8Array): Result<PictureSize, PictureFault> {
  if (bytes.length > MAX_PHOTO_BYTES) return err({ code: 'tooLarge' });
  const segments = jpegSegments(bytes);
  if (segments === undefined) return err({ code: 'notJpeg' });
  const strange = segments.find((segment) => !isPlain(bytes, segment));
  if (strange !== undefined) return err({ code: isTelling(strange.marker) ? 'tells' : 'notJpeg' });
  const frames = segments.filter(({ marker }) => FRAMES.includes(marker));
  const scans = segments.filter(({ marker }) => marker === SOS);
  const [frame] = frames;
  if (frame === undefined || frames.length > 1 || scans.length === 0 || scans.length > MAX_SCANS)
    return err({ code: 'notJpeg' });
  const size = sizeOf(bytes, frame);
  if (size === undefined) return err({ code: 'notJpeg' });
  if (size.width > MAX_PHOTO_EDGE || size.height > MAX_PHOTO_EDGE) return err({ code: 'tooWide' });
  return OTHER_FILES.some((mark) => contains(bytes, mark)) ? err({ code: 'hides' }) : ok(size);
}

/** The same picture without what some browsers write beside it: colour profiles, cameras' notes, comments. */
export function stripJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const kept = jpegSegments(bytes)?.filter((segment) => isPlain(bytes, segment));
  if (kept === undefined) return undefined;
  const bare = new Uint8Array(kept.reduce((sum, { start, end }) => sum + end - start, 0));
  let at = 0;
  for (const { start, end } of kept) {
    bare.set(bytes.subarray(start, end), at);
    at += end - start;
  }
  return bare;
}

/** The name of a picture: what its row, its requests and a sponsor's page call it. */
export function photoHashOf(sha256: Sha256, bytes: Uint8Array): string {
  return bytesToBase32(sha256(bytes));
}

function isPlain(bytes: Uint8Array, { marker, start, payload, end }: JpegSegment): boolean {
  if (marker !== APP0) return PLAIN.includes(marker);
  return end - start === JFIF_LENGTH && JFIF.every((byte, index) => bytes[payload + index] === byte);
}

function isTelling(marker: number): boolean {
  return marker === COM || (marker >= APP0 && marker <= APP15);
}

function sizeOf(bytes: Uint8Array, { payload, end }: JpegSegment): PictureSize | undefined {
  const [precision, h1 = 0, h0 = 0, w1 = 0, w0 = 0, components = 0] = bytes.subarray(payload, end);
  const size = { width: (w1 << 8) | w0, height: (h1 << 8) | h0 };
  const isUsual = precision === 8 && (components === 1 || components === 3) && end - payload === 6 + components * 3;
  return isUsual && size.width > 0 && size.height > 0 ? size : undefined;
}

/** Letters of either case are one: a browser that looks for a page does not mind. */
function contains(bytes: Uint8Array, mark: readonly number[]): boolean {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (mark.every((byte, index) => lower(bytes[at + index] ?? 0) === lower(byte))) return true;
  }
  return false;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
