import { MAX_LINES, MAX_STOPS } from '../scalars.ts';
import type { FileEntry } from './group-runs.ts';
import type { ImportedStop } from './import-step.ts';
import type { ThingKey } from './same-thing.ts';

/** Lines of one part of a run: a thousand of them take about 45 kB of the 64 that one entry may have. */
const MAX_PART_LINES = 1_000;

/** The stops of a run in the file's order, in as many parts as the domain's bounds ask for. */
export function splitRun(entries: readonly FileEntry[]): readonly (readonly ImportedStop[])[] {
  const parts: ImportedStop[][] = [];
  let lineCount = 0;
  for (const stop of stopsOf(entries)) {
    const part = parts.at(-1);
    if (part === undefined || part.length === MAX_STOPS || lineCount + stop.lines.length > MAX_PART_LINES) {
      parts.push([stop]);
      lineCount = 0;
    } else part.push(stop);
    lineCount += stop.lines.length;
  }
  return parts;
}

/** One stop for each place, and another one at the same place where there is more than a stop can hold. */
function stopsOf(entries: readonly FileEntry[]): readonly ImportedStop[] {
  const linesByPlace = new Map<ThingKey, ImportedStop['lines'][number][]>();
  for (const { place, item, count } of entries) {
    const lines = linesByPlace.get(place.key) ?? [];
    linesByPlace.set(place.key, lines);
    lines.push({ item: item.key, count });
  }
  return [...linesByPlace].flatMap(([place, lines]) =>
    Array.from({ length: Math.ceil(lines.length / MAX_LINES) }, (_, index) => ({
      place,
      lines: lines.slice(index * MAX_LINES, (index + 1) * MAX_LINES),
    })),
  );
}
