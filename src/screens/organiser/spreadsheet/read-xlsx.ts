import { err, ok, type Result } from '#lib/result.ts';
import { isWorkbookPart, type ReadSheet, readWorkbook } from './read-workbook.ts';

/** More than this unpacked is no list of places, but perhaps a bomb. */
const MAX_UNPACKED_BYTES = 200_000_000;

/** Reads an .xlsx file: its sheets, or that it is none. */
export async function readXlsx(
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<readonly ReadSheet[], { readonly code: 'notAWorkbook' | 'tooBig' }>> {
  const { strFromU8, unzipSync } = await import('fflate');
  let unpackedBytes = 0;
  const isWanted = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!isWorkbookPart(name)) return false;
    unpackedBytes += originalSize;
    return unpackedBytes <= MAX_UNPACKED_BYTES;
  };
  try {
    const parts = unzipSync(bytes, { filter: isWanted });
    if (unpackedBytes > MAX_UNPACKED_BYTES) return err({ code: 'tooBig' });
    const texts = new Map(Object.entries(parts).map(([path, part]) => [path, strFromU8(part)] as const));
    const sheets = readWorkbook(texts);
    return sheets.length === 0 ? err({ code: 'notAWorkbook' }) : ok(sheets);
  } catch {
    // A zip archive that is broken, or that was locked with a password.
    return err({ code: 'notAWorkbook' });
  }
}
