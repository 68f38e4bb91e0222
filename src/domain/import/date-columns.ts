import { cleanText } from './cells.ts';
import type { Mapping } from './fields.ts';
import type { Day } from '../scalars.ts';
import { writtenDay } from './read-day.ts';

export type DateColumn = { readonly column: number; readonly on: Day };

/** The columns of a grid whose heading is a day. */
export function dateColumns(row: readonly string[], order: Mapping['dayOrder']): readonly DateColumn[] {
  return row.flatMap((heading, column) => {
    const on = writtenDay(cleanText(heading), order);
    return on === undefined ? [] : [{ column, on }];
  });
}
