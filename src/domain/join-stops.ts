import { err, ok, type Result } from '#lib/result.ts';
import type { Rejection } from './rejection.ts';
import type { Stop } from './run.ts';
import { type Count, type Line, MAX_COUNT, MAX_LINES, MAX_STOPS, type RowId } from './scalars.ts';

/** Both lists as one; a place that is in both is visited once, with all that it gets. */
export function joinStops(stops: readonly Stop[], more: readonly Stop[]): Result<Stop[], Rejection> {
  const joined = [...stops];
  for (const stop of more) {
    const at = joined.findIndex(({ checkpoint }) => checkpoint === stop.checkpoint);
    const known = joined[at];
    if (known === undefined) joined.push(stop);
    else joined[at] = { ...known, lines: joinLines(known.lines, stop.lines) };
  }
  const isTooMuch = joined.some(
    ({ lines }) => lines.length > MAX_LINES || lines.some(({ count }) => count > MAX_COUNT),
  );
  return isTooMuch || joined.length > MAX_STOPS ? err({ code: 'tooMuchForRun' }) : ok(joined);
}

function joinLines(lines: readonly Line[], more: readonly Line[]): Line[] {
  const counts = new Map<RowId, number>();
  for (const { item, count } of [...lines, ...more]) counts.set(item, (counts.get(item) ?? 0) + count);
  return [...counts].map(([item, count]) => ({ item, count: count as Count }));
}
