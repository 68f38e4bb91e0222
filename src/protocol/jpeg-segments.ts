/** A part of a JPEG file: a marker and what it brings; after `SOS` also the coded picture, up to the next marker. */
export type JpegSegment = {
  readonly marker: number;
  readonly start: number;
  readonly payload: number;
  readonly end: number;
};

export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const DQT = 0xdb;
export const DHT = 0xc4;
export const DRI = 0xdd;
export const APP0 = 0xe0;
export const APP15 = 0xef;
export const COM = 0xfe;

/** More parts than any camera's picture has. */
const MAX_SEGMENTS = 512;

/**
 * Takes a JPEG file (ITU-T T.81, annex B) apart, from its first marker to its end marker; undefined when it is not made of
 * such parts to its very last byte. Nothing of the picture is decoded.
 */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const segments: JpegSegment[] = [{ marker: SOI, start: 0, payload: 2, end: 2 }];
  let at = 2;
  while (segments.length < MAX_SEGMENTS) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return undefined;
    if (marker === EOI) {
      segments.push({ marker, start: at, payload: at + 2, end: at + 2 });
      return at + 2 === bytes.length ? segments : undefined;
    }
    // Markers without a length have no place here.
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= SOI)) return undefined;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const coded = marker === SOS ? endOfCoded(bytes, end) : end;
    segments.push({ marker, start: at, payload: at + 4, end: coded });
    at = coded;
  }
  return undefined;
}

/** Where the coded picture ends: at a marker that neither stands for a byte 255 (`FF 00`) nor restarts the coder. */
function endOfCoded(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
