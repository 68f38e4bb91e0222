import type { ExportCell } from './export-table.ts';

/** How a language's spreadsheets read a file: Russian and Kazakh ones part cells by `;` and fractions by a comma. */
export type CsvManner = { readonly separator: ',' | ';'; readonly decimalSign: '.' | ',' };

/** Without it older spreadsheets read Cyrillic as something else. */
const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet would run as a formula or a command (OWASP, "CSV Injection"), also after a line break. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;
const QUOTED = /["\r\n\t]/;

/** Lines of cells as a CSV file that every spreadsheet opens, and none runs anything from. */
export function csvText(lines: readonly (readonly ExportCell[])[], manner: CsvManner): string {
  return [...csvPieces(lines, manner)].join('');
}

/** The same, line by line, for a file that is too long to be held as one text. */
export function* csvPieces(
  lines: Iterable<readonly ExportCell[]>,
  manner: CsvManner,
): Generator<string, void, undefined> {
  yield BYTE_ORDER_MARK;
  let isEmpty = true;
  for (const cells of lines) {
    isEmpty = false;
    yield `${cells.map((cell) => cellText(cell, manner)).join(manner.separator)}\r\n`;
  }
  if (isEmpty) yield '\r\n';
}

function cellText(cell: ExportCell, { separator, decimalSign }: CsvManner): string {
  if (typeof cell === 'number') return String(cell).replace('.', decimalSign);
  const safe = safeText(cell);
  return QUOTED.test(safe) || safe.includes(separator) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Text that stays text: an apostrophe before what would be a formula. The import takes it off again. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
