import { HEAD_BYTES, pictureHead } from '#lib/picture-head.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { photoHashOf, readPicture, stripJpeg } from '#protocol/bare-jpeg.ts';
import { sha256 } from '#store/sha256.ts';

/** `notPicture`: a drawing, a page, a film. `tooBig`: decoding it could end the app. `unreadable`: this browser cannot. */
export type PictureFailure = { readonly code: 'notPicture' | 'tooBig' | 'unreadable' };

/** The picture, and what it is called everywhere. */
export type MadePicture = { readonly bytes: Uint8Array<ArrayBuffer>; readonly hash: string };

/** What cameras write, and four times as many pixels: more would take a cheap phone's memory. */
const MAX_FILE_BYTES = 40 * 1024 * 1024;
const MAX_SIDE = 16_384;
const MAX_PIXELS = 64_000_000;

/** Tried in this order until one is small enough: bread is recognised on all of them. */
const STEPS = [
  { side: 1_600, quality: 0.75 },
  { side: 1_280, quality: 0.65 },
  { side: 1_024, quality: 0.6 },
  { side: 800, quality: 0.5 },
  { side: 640, quality: 0.4 },
  { side: 480, quality: 0.3 },
] as const;

/**
 * Makes a picture of its own out of a chosen file: decoded, drawn smaller, encoded anew, so that nothing of the file but
 * pixels goes on. What comes out is what the server takes (SPEC 13.4).
 */
export async function makePicture(file: Blob): Promise<Result<MadePicture, PictureFailure>> {
  const head = pictureHead(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (head === undefined) return err({ code: 'notPicture' });
  if (file.size > MAX_FILE_BYTES || (head.size !== null && isTooBig(head.size))) return err({ code: 'tooBig' });
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return err({ code: 'unreadable' });
  try {
    for (const { side, quality } of STEPS) {
      const drawn = await draw(bitmap, side, quality);
      const bare = drawn === null ? undefined : stripJpeg(new Uint8Array(await drawn.arrayBuffer()));
      if (bare !== undefined && readPicture(bare).ok) return ok({ bytes: bare, hash: photoHashOf(sha256, bare) });
    }
    return err({ code: 'unreadable' });
  } finally {
    bitmap.close();
  }
}

function isTooBig({ width, height }: { readonly width: number; readonly height: number }): boolean {
  return Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS;
}

async function draw(bitmap: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
