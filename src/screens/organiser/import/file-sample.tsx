import type { ReactElement } from 'react';
import { cleanText, type Cells } from '#domain/import/cells.ts';
import { formatNumber } from '#i18n/format.ts';
import { type Column, Table } from '#ui/table.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';

const SAMPLE_LINES = 6;

type Line = { readonly line: number; readonly cells: readonly string[] };

/** The file as it is, its first lines. */
export function FileSample({ cells }: { readonly cells: Cells }): ReactElement {
  const words = useWords('csv');
  const { language } = useSettings();
  const lines = cells.slice(0, SAMPLE_LINES).map((row, index): Line => ({ line: index + 1, cells: row }));
  const width = Math.max(...lines.map((line) => line.cells.length));
  const columns: readonly Column<Line>[] = [
    { id: 'line', header: words.badColumns.line, isRowHeader: true, cell: ({ line }) => formatNumber(line, language) },
    ...Array.from({ length: width }, (_, column) => ({
      id: String(column),
      header: words.columnNumber(formatNumber(column + 1, language)),
      cell: (line: Line) => cleanText(line.cells[column] ?? ''),
    })),
  ];
  return (
    <Table
      caption={words.sample}
      captioned="hidden"
      columns={columns}
      rows={lines}
      rowKey={({ line }) => String(line)}
    />
  );
}
