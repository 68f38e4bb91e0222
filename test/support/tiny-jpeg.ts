/** Twenty-four by sixteen pixels, as Chromium's canvas wrote it: with a JFIF head and a colour profile. */
export const CANVAS_JPEG = new Uint8Array(
  Buffer.from(
    `/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA
8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAC
hjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABja
WFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAA
AAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4p
LSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0
9PT09PT09PT09PT0//wAARCAAQABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAMFBP/EABgQAAMBAQAAAAAAAAAAAAAAAAADBDFh/8QAFgEB
AQEAAAAAAAAAAAAAAAAABQME/8QAFxEBAQEBAAAAAAAAAAAAAAAAAQACIf/aAAwDAQACEQMRAD8Ao0NJtDR1DSZQ3QbGZFZNDegY6G6BpM8pLf/Z`,
    'base64',
  ),
);

const END = [0xff, 0xd9];

/** A part of a JPEG file. */
export function part(marker: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Uint8Array.from([0xff, marker, length >> 8, length & 255, ...payload]);
}

/** The same file with something right after its first marker. */
export function withPart(jpeg: Uint8Array, marker: number, payload: Uint8Array): Uint8Array {
  return Uint8Array.from([...jpeg.subarray(0, 2), ...part(marker, payload), ...jpeg.subarray(2)]);
}

/** The same file with something within its coded picture, just before the end marker. */
export function withCoded(jpeg: Uint8Array, coded: Uint8Array): Uint8Array {
  return Uint8Array.from([...jpeg.subarray(0, -2), ...coded, ...END]);
}

/** The same file that says another size of itself. */
export function withSize(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const changed = Uint8Array.from(jpeg);
  const frame = Buffer.from(changed).indexOf(Buffer.from([0xff, 0xc0]));
  changed.set([height >> 8, height & 255, width >> 8, width & 255], frame + 5);
  return changed;
}
