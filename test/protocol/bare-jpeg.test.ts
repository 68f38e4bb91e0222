import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { MAX_PHOTO_BYTES } from '#domain/photo.ts';
import { MAX_PHOTO_EDGE, photoHashOf, readPicture, stripJpeg } from '#protocol/bare-jpeg.ts';
import { sha256 } from '#test/support/crypto.ts';
import { CANVAS_JPEG, part, withCoded, withPart, withSize } from '#test/support/tiny-jpeg.ts';

const text = (value: string) => new Uint8Array(Buffer.from(value, 'latin1'));
const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const stripped = (bytes: Uint8Array): Uint8Array => stripJpeg(bytes) ?? new Uint8Array();
const BARE = stripped(CANVAS_JPEG);
const refused = (code: string) => ({ ok: false, error: { code } });

/** A camera's note: where it was, as EXIF says it. */
const GPS = text('Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a');
/** The smallest archive: only its end. */
const ZIP_END = text(`PK\x05\x06${'\0'.repeat(18)}`);

describe('13.4 what is a picture', () => {
  test('what a canvas writes, without its colour profile', () => {
    expect(readPicture(BARE)).toEqual({ ok: true, value: { width: 24, height: 16 } });
    expect(BARE.length).toBeLessThan(CANVAS_JPEG.length);
  });

  test('is one without a JFIF head, one without colour, and a progressive one too', () => {
    const headless = joined(BARE.subarray(0, 2), BARE.subarray(20));
    expect(readPicture(headless).ok).toBe(true);
    const progressive = Uint8Array.from(BARE);
    progressive[Buffer.from(BARE).indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc2;
    expect(readPicture(progressive).ok).toBe(true);
  });

  test('is as wide as the bound, and no wider', () => {
    expect(readPicture(withSize(BARE, MAX_PHOTO_EDGE, 1)).ok).toBe(true);
    expect(readPicture(withSize(BARE, MAX_PHOTO_EDGE + 1, 1))).toEqual(refused('tooWide'));
    expect(readPicture(withSize(BARE, 1, 30_000))).toEqual(refused('tooWide'));
    expect(readPicture(withSize(BARE, 0, 16))).toEqual(refused('notJpeg'));
  });

  test('is as long as the bound, and no longer', () => {
    const long = withCoded(BARE, new Uint8Array(MAX_PHOTO_BYTES - BARE.length).fill(1));
    expect(long).toHaveLength(MAX_PHOTO_BYTES);
    expect(readPicture(long).ok).toBe(true);
    expect(readPicture(withCoded(BARE, new Uint8Array(MAX_PHOTO_BYTES - BARE.length + 1).fill(1)))).toEqual(
      refused('tooLarge'),
    );
  });
});

describe('13.4 what is refused', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'notJpeg'],
    ['a drawing that is a text', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'notJpeg'],
    ['a page', text('<!doctype html><script>alert(1)</script>'), 'notJpeg'],
    ['a PNG', text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x18\0\0\0\x10\x08\x02\0\0\0'), 'notJpeg'],
    ['where it was taken', withPart(BARE, 0xe1, GPS), 'tells'],
    ['who made it, as XMP', withPart(BARE, 0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')), 'tells'],
    ['a colour profile', CANVAS_JPEG, 'tells'],
    ['a comment', withPart(BARE, 0xfe, text('Kokshetau, 7 a.m.')), 'tells'],
    ['a thumbnail within the head', withPart(BARE, 0xe0, text(`JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01abc`)), 'tells'],
    ['another head of its own', withPart(BARE, 0xe0, text('AVI1 some 14 b.')), 'tells'],
    ['an archive after its end', joined(BARE, ZIP_END), 'notJpeg'],
    ['a byte after its end', joined(BARE, Uint8Array.of(0)), 'notJpeg'],
    ['another picture after its end', joined(BARE, BARE), 'notJpeg'],
    ['an archive within the coded picture', withCoded(BARE, ZIP_END), 'hides'],
    ['a page within the coded picture', withCoded(BARE, text('<ScRiPt>alert(1)')), 'hides'],
    ['a page within a table', withPart(BARE, 0xdb, text('<html><body>')), 'hides'],
    ['a part of no picture', withPart(BARE, 0xdc, Uint8Array.of(0, 16)), 'notJpeg'],
    ['a part longer than the file', joined(BARE.subarray(0, 2), Uint8Array.of(0xff, 0xdb, 0xff, 0xff)), 'notJpeg'],
    ['a part shorter than its length', joined(BARE.subarray(0, 2), Uint8Array.of(0xff, 0xdb, 0, 1)), 'notJpeg'],
    ['two frames', withPart(BARE, 0xc0, Uint8Array.of(8, 0, 16, 0, 24, 1, 1, 17, 0)), 'notJpeg'],
    [
      'no coded picture',
      joined(
        Uint8Array.of(0xff, 0xd8),
        part(0xc0, Uint8Array.of(8, 0, 1, 0, 1, 1, 1, 17, 0)),
        Uint8Array.of(0xff, 0xd9),
      ),
      'notJpeg',
    ],
    ['twelve bits', Uint8Array.from(BARE, (byte, at) => (at === frameAt() + 4 ? 12 : byte)), 'notJpeg'],
    ['four colours', Uint8Array.from(BARE, (byte, at) => (at === frameAt() + 9 ? 4 : byte)), 'notJpeg'],
  ])('%s', (_what, bytes, code) => {
    expect(readPicture(bytes)).toEqual(refused(code));
  });

  test('any beginning of a picture that is not all of it', () => {
    for (let length = 0; length < BARE.length; length += 1)
      expect(readPicture(BARE.subarray(0, length)).ok, `${length} bytes`).toBe(false);
  });

  test('and no bytes at all make it stumble', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(BARE.length - 1), fc.nat(255)), { maxLength: 4 }), (changes) => {
        const bytes = Uint8Array.from(BARE);
        for (const [at, byte] of changes) bytes[at] = byte;
        if (readPicture(bytes).ok) taken += 1;
        const bare = stripJpeg(bytes);
        if (bare !== undefined) expect(stripJpeg(bare)).toEqual(bare);
      }),
      { seed: 1, numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

describe('what a phone takes away before it sends', () => {
  test.each<[string, Uint8Array]>([
    ['where it was taken', withPart(CANVAS_JPEG, 0xe1, GPS)],
    ['what a maker adds', withPart(CANVAS_JPEG, 0xed, text('Photoshop 3.0'))],
    ['comments', withPart(CANVAS_JPEG, 0xfe, text('a name'))],
  ])('%s', (_what, bytes) => {
    expect(stripJpeg(bytes)).toEqual(BARE);
  });

  test('what is no picture stays none', () => {
    expect(stripJpeg(text('<svg/>'))).toBeUndefined();
    expect(stripJpeg(joined(CANVAS_JPEG, ZIP_END))).toBeUndefined();
  });
});

test('13.1 a picture is named by the hash of its bytes', () => {
  expect(photoHashOf(sha256, BARE)).toMatch(/^[0-9a-z]{52}$/);
  expect(photoHashOf(sha256, BARE)).not.toBe(photoHashOf(sha256, CANVAS_JPEG));
});

function frameAt(): number {
  return Buffer.from(BARE).indexOf(Buffer.from([0xff, 0xc0]));
}
