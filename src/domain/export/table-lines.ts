import type { ExportCell, ExportColumn, ExportTable } from './export-table.ts';

type Words = Readonly<Record<string, string>>;

/** What columns and codes are called in a language. */
export type TableWords = {
  readonly columns: Readonly<Record<ExportColumn, string>>;
  readonly values: Words;
  readonly runStatus: Words;
  readonly reasons: Words;
  readonly recordedHow: Words;
  readonly roles: Words;
};

/** Columns whose cells are codes of ours; everything else was written by people, or is a day or a number. */
const CODED: ReadonlySet<ExportColumn> = new Set<ExportColumn>([
  'status',
  'reason',
  'how',
  'role',
  'priority',
  'halal',
  'allergens',
  'keepsHot',
  'step',
  'topic',
  'pinned',
  'decision',
  'what',
]);

/** A list with its columns' names on top, in the words of a language. */
export function tableLines({ columns, rows }: ExportTable, words: TableWords): readonly (readonly ExportCell[])[] {
  const known: Words = {
    ...words.values,
    ...words.runStatus,
    ...words.reasons,
    ...words.recordedHow,
    ...words.roles,
  };
  const said = (cell: ExportCell): ExportCell =>
    typeof cell === 'number'
      ? cell
      : cell
          .split(', ')
          .map((code) => (Object.hasOwn(known, code) ? (known[code] ?? code) : code))
          .join(', ');
  return [
    columns.map((column) => words.columns[column]),
    ...rows.map((cells) => cells.map((cell, index) => (CODED.has(columns[index] ?? 'note') ? said(cell) : cell))),
  ];
}
