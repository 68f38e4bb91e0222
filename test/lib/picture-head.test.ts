import { describe, expect, test } from 'vitest';

import { pictureHead } from '#lib/picture-head.ts';
import { CANVAS_JPEG, withPart, withSize } from '#test/support/tiny-jpeg.ts';

const text = (value: string) => new Uint8Array(Buffer.from(value.padEnd(40, '\0'), 'latin1'));

describe('what a chosen file begins like', () => {
  test.each<[string, Uint8Array, unknown]>([
    ['a JPEG', CANVAS_JPEG, { type: 'jpeg', size: { width: 24, height: 16 } }],
    [
      'a wide one behind notes',
      withPart(withSize(CANVAS_JPEG, 30_000, 9), 0xe1, text('Exif')),
      { type: 'jpeg', size: { width: 30_000, height: 9 } },
    ],
    [
      'a PNG',
      text('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\0\x10'),
      { type: 'png', size: { width: 30_000, height: 16 } },
    ],
    [
      'a lossy WebP',
      text('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x18\0\x10\0'),
      { type: 'webp', size: { width: 24, height: 16 } },
    ],
    [
      'a lossless WebP',
      text('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x17\xc0\x03\0'),
      { type: 'webp', size: { width: 24, height: 16 } },
    ],
    [
      'an extended WebP',
      text('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x2f\x75\0\x0f\0\0'),
      { type: 'webp', size: { width: 30_000, height: 16 } },
    ],
    ['an iPhone’s', text('\0\0\0\x18ftypheic'), { type: 'heif', size: null }],
    ['a drawing that is a text', text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), undefined],
    ['a page', text('<!doctype html>'), undefined],
    ['a film', text('\0\0\0\x18ftypmp42'), undefined],
    ['next to nothing', Uint8Array.of(0xff, 0xd8), undefined],
    ['a JPEG without a size', Uint8Array.from([0xff, 0xd8, ...text('').fill(0xff)]), { type: 'jpeg', size: null }],
  ])('%s', (_what, bytes, head) => {
    expect(pictureHead(bytes)).toEqual(head);
  });
});
