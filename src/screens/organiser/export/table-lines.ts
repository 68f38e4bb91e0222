import type { ExportCell, ExportColumn, ExportTable } from '#domain/export/export-table.ts';
import type { CommonWords } from '#i18n/common/en.ts';
import type { ExportWords } from '#i18n/export/en.ts';

export type TableWords = Pick<ExportWords, 'columns' | 'values'> &
  Pick<CommonWords, 'runStatus' | 'reasons' | 'recordedHow' | 'roles'>;

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
]);

/** A list with its columns' names on top, in the words of a language. */
export function tableLines({ columns, rows }: ExportTable, words: TableWords): readonly (readonly ExportCell[])[] {
  const known: Readonly<Record<string, string>> = {
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
