import type { Kind } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PageStep } from '#protocol/sync-answer.ts';

/** A row as a page's text tells of it. */
export type ToldRow = readonly [Kind, RowId, unknown];

/** The rows that a step of a page tells of. */
export function toldRows({ rows }: Pick<PageStep, 'rows'>): readonly ToldRow[] {
  return rows.length === 0 ? [] : (JSON.parse(new TextDecoder().decode(rows)) as readonly ToldRow[]);
}
