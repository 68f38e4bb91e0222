import { workbookParts, type WrittenSheet } from './workbook-xml.ts';

/** A workbook as the bytes of an .xlsx file. */
export async function writeXlsx(sheets: readonly WrittenSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  // Packed here and not by the package's own workers: those begin from a blob, which the page's policy refuses.
  const { strToU8, zipSync } = await import('fflate');
  const parts = Object.entries(workbookParts(sheets)).map(([path, text]) => [path, strToU8(text)] as const);
  return zipSync(Object.fromEntries(parts));
}
