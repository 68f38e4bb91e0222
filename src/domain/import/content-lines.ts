import { type Cells, isEmptyLine } from './cells.ts';
import type { Mapping } from './fields.ts';

export type ContentLine = {
  /** As a spreadsheet counts: the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** The lines that say something: neither above the columns' names, nor empty. */
export function contentLines(cells: Cells, { headerLine }: Pick<Mapping, 'headerLine'>): readonly ContentLine[] {
  return cells
    .map((row, index): ContentLine => ({ line: index + 1, cells: row }))
    .filter(({ line, cells: row }) => line > headerLine && !isEmptyLine(row));
}
