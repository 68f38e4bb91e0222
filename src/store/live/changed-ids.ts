import type { IntervalTree, ObservabilitySet } from 'dexie';
import type { RowId } from '#domain/scalars.ts';

/** The rows of a table that a commit touched; `all` where it does not say which. */
export type ChangedIds = ReadonlySet<RowId> | 'all';

/** What Dexie tells of a commit, in this window or another one, about one table. */
export function changedIds(parts: ObservabilitySet, database: string, table: string): ChangedIds {
  // A window that was put away does not know what it missed.
  if ('all' in parts) return 'all';
  const ids = new Set<RowId>();
  return isGathered(parts[`idb://${database}/${table}/`], ids) ? ids : 'all';
}

/** False where a whole range of ids is meant. */
function isGathered(tree: IntervalTree | null | undefined, ids: Set<RowId>): boolean {
  if (tree === null || tree === undefined || !('from' in tree)) return true;
  if (typeof tree.from !== 'string' || tree.from !== tree.to) return false;
  ids.add(tree.from as RowId);
  return isGathered(tree.l, ids) && isGathered(tree.r, ids);
}
