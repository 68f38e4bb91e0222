import { err, ok, type Result } from '#lib/result.ts';

/** Largest file that is read: fifty thousand long lines, and still nothing for a laptop. */
export const MAX_FILE_BYTES = 16_000_000;

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';
export type DecodedText = { readonly text: string; readonly encoding: Encoding };

/** `spreadsheet`: an .xls of long ago, or something locked or broken, which must be saved as .xlsx or CSV first. */
export type DecodeFailure = { readonly code: 'tooBig' | 'spreadsheet' };

/**
 * Bytes of a file as text. What a byte order mark says is believed; what is valid UTF-8 is UTF-8; anything else comes from
 * an older Windows, where Cyrillic is windows-1251.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): Result<DecodedText, DecodeFailure> {
  if (bytes.length > MAX_FILE_BYTES) return err({ code: 'tooBig' });
  if (isOle(bytes)) return err({ code: 'spreadsheet' });
  const encoding = encodingOf(bytes);
  return ok({ text: new TextDecoder(encoding).decode(bytes), encoding });
}

/** A zip archive, which is what an .xlsx file is. */
export function isWorkbook([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04;
}

/** An OLE document: an .xls, or an .xlsx that is locked with a password. */
function isOle([first, second, third, fourth]: Uint8Array): boolean {
  return first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0;
}

function encodingOf(bytes: Uint8Array<ArrayBuffer>): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}
