import { MAX_NAME_LENGTH } from '../scalars.ts';

/** A file of lines and cells, as it was read; nothing is trimmed yet. */
export type Cells = readonly (readonly string[])[];

/** Most lines that one file may have: a year of a large branch, and still planned within a second. */
export const MAX_IMPORT_LINES = 50_000;

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What a person sees in a cell: one space where there were many, and nothing that cannot be seen. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNPRINTABLE, '').trim();
}

/** What an export puts before text that a spreadsheet would run: "'+7 701" is a telephone number. */
const GUARD = /^'(?=[=+\-@])/;

/** The cell of a column, cleaned; empty when the line ends before it or the column is not chosen. */
export function cellAt(row: readonly string[], column: number | undefined): string {
  return column === undefined ? '' : cleanText(row[column] ?? '').replace(GUARD, '');
}

/** True for a line without any text: spreadsheets end with hundreds of them. */
export function isEmptyLine(row: readonly string[]): boolean {
  return row.every((cell) => cleanText(cell) === '');
}

/** Two texts that a person takes for the same: capitals and spaces do not matter. */
export function sameText(text: string): string {
  return cleanText(text).toLowerCase();
}

/** A name that is too long for a name, cut so that one sees that it was cut. */
export function shortened(text: string): string {
  if (text.length <= MAX_NAME_LENGTH) return text;
  const cut = text.slice(0, MAX_NAME_LENGTH - 1);
  // Half of a surrogate pair would not be text.
  return `${cut.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;
}
