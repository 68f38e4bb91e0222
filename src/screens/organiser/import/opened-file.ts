import type { Cells } from '#domain/import/cells.ts';
import { isEmptyLine, MAX_IMPORT_LINES } from '#domain/import/cells.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { readXlsx } from '../spreadsheet/read-xlsx.ts';
import { decodeText, type DecodeFailure, isWorkbook, MAX_FILE_BYTES } from './decode-text.ts';
import { type ParsedLines, type ParseFailure, parseLines } from './parse-lines.ts';

/** `unreadable`: the device could not read the file at all. */
export type FileFailure = DecodeFailure | ParseFailure | { readonly code: 'unreadable' };

/** A sheet of a workbook; a CSV file is a workbook of one sheet without a name. */
export type OpenedSheet = { readonly name: string; readonly lines: ParsedLines };

/** The sheets of a file that have anything in them. */
export async function openFile(file: Blob): Promise<Result<readonly OpenedSheet[], FileFailure>> {
  if (file.size > MAX_FILE_BYTES) return err({ code: 'tooBig' });
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isWorkbook(bytes)) return await openWorkbook(bytes);
    const decoded = decodeText(bytes);
    if (!decoded.ok) return decoded;
    const lines = await parseLines(decoded.value.text);
    return lines.ok ? ok([{ name: '', lines: lines.value }]) : lines;
  } catch {
    // A file that was moved after it was chosen, a drive that was pulled, a chunk that did not come.
    return err({ code: 'unreadable' });
  }
}

async function openWorkbook(bytes: Uint8Array<ArrayBuffer>): Promise<Result<readonly OpenedSheet[], FileFailure>> {
  const read = await readXlsx(bytes);
  if (!read.ok) return err({ code: read.error.code === 'tooBig' ? 'tooBig' : 'spreadsheet' });
  const sheets = read.value.filter(({ cells }) => !cells.every(isEmptyLine));
  if (sheets.length === 0) return err({ code: 'empty' });
  if (sheets.some(({ cells }) => cells.length > MAX_IMPORT_LINES)) return err({ code: 'tooManyLines' });
  return ok(sheets.map(({ name, cells }) => ({ name, lines: { cells, brokenLines: new Set() } })));
}

/** So many lines are shown of a sheet; more of it stays where it was read. */
const HEAD_LINES = 60;

/** What is shown of a sheet: its beginning tells what it is. */
export function headOf({ lines }: OpenedSheet): Cells {
  return lines.cells.slice(0, HEAD_LINES);
}
