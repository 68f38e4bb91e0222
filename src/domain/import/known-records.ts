import type { Row } from '../rows.ts';
import type { RowId } from '../scalars.ts';
import { entryKey } from './group-runs.ts';
import type { PresentThings } from './present-things.ts';
import { parseRunSource } from './run-source.ts';

/** What the file says of each imported run by naming its records, by what the run's parts share. */
export type NamedCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * A list that was taken out here names the record of each line. Such a line is here already, whatever was corrected since.
 * Where its run came from a file, what the record brought is part of what the file says of that run, so that lines
 * written below are seen as more of it.
 */
export function namedCounts(
  records: ReadonlySet<RowId>,
  runs: readonly Row<'run'>[],
  things: PresentThings,
): NamedCounts {
  const named = new Map<string, Map<string, number>>();
  if (records.size === 0) return named;
  for (const { id, body } of runs) {
    const source = body.importedFrom === null ? undefined : parseRunSource(body.importedFrom);
    if (source === undefined) continue;
    const counts = named.get(source.key) ?? new Map<string, number>();
    named.set(source.key, counts);
    for (const [index, { checkpoint, lines }] of body.stops.entries()) {
      if (!records.has(recordOfStop(id, index))) continue;
      for (const { item, count } of lines) {
        const key = entryKey(things.keysById.get(checkpoint) ?? checkpoint, things.keysById.get(item) ?? item);
        counts.set(key, (counts.get(key) ?? 0) + count);
      }
    }
  }
  return named;
}

/** The delivery that `runImport` made for a stop: the row after the run's own. */
function recordOfStop(run: RowId, index: number): RowId {
  return `${run}.${index + 1}` as RowId;
}
