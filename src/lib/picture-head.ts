/** What a file's first bytes say that it is; the size in pixels where they say it too. */
export type PictureHead = {
  readonly type: 'jpeg' | 'png' | 'webp' | 'heif';
  readonly size: { readonly width: number; readonly height: number } | null;
};

/** So much of a file is enough: cameras put thumbnails and notes before the size. */
export const HEAD_BYTES = 262_144;

/**
 * Reads the beginning of a file that somebody chose; undefined when it is no picture made of pixels (SVG and HTML are texts).
 * It decodes nothing, so that a picture of a million lines costs nothing to refuse.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 32) return undefined;
  if (view.getUint16(0) === 0xffd8) return { type: 'jpeg', size: jpegSize(view) };
  if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a)
    return { type: 'png', size: { width: view.getUint32(16), height: view.getUint32(20) } };
  if (textAt(view, 0) === 'RIFF' && textAt(view, 8) === 'WEBP') return { type: 'webp', size: webpSize(view) };
  const isHeif = textAt(view, 4) === 'ftyp' && /^(?:hei|hev|mif|msf|avi)/.test(textAt(view, 8));
  return isHeif ? { type: 'heif', size: null } : undefined;
}

/** The frame's size stands behind any number of other parts. */
function jpegSize(view: DataView): PictureHead['size'] {
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Lossy, lossless, or extended, each with the size in bits of its own. */
function webpSize(view: DataView): PictureHead['size'] {
  const low = (at: number) => view.getUint16(at, true);
  switch (textAt(view, 12)) {
    case 'VP8 ':
      return { width: low(26) & 0x3fff, height: low(28) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: low(24) + (view.getUint8(26) << 16) + 1, height: low(27) + (view.getUint8(29) << 16) + 1 };
    default:
      return null;
  }
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
