import type { BadLine } from '#domain/import/bad-line.ts';
import type { CsvWords } from '#i18n/csv/en.ts';

const FILE_NAME = 'import-left-out.csv';
/** Without it older spreadsheets read Cyrillic as something else. */
const BYTE_ORDER_MARK = '\ufeff';

/** Saves the lines that stay out as a file: the number and the reasons first, then the line as it was. */
export async function saveBadLines(
  lines: readonly BadLine[],
  reasons: (line: BadLine) => string,
  headers: CsvWords['badColumns'],
): Promise<void> {
  const { unparse } = (await import('papaparse')).default;
  const rows = lines.map((line) => [String(line.line), reasons(line), ...line.cells]);
  // What a spreadsheet would run as a formula stays text.
  const text = unparse([[headers.line, headers.reason, headers.content], ...rows], { escapeFormulae: true });
  const url = URL.createObjectURL(new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}
