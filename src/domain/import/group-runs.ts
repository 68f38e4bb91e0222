import { type Count, type Day, MAX_COUNT } from '../scalars.ts';
import type { DeliveryLine, FileItem, FilePlace } from './read-delivery-line.ts';

/** What a file says was brought of one item to one place on one run; several lines about the same are one sum. */
export type FileEntry = {
  readonly place: FilePlace;
  readonly item: FileItem;
  readonly count: Count;
};

export type FileRun = {
  readonly runKey: string;
  readonly on: Day;
  readonly label: string;
  /** By place and item, in the order of the file. */
  readonly entries: ReadonlyMap<string, FileEntry>;
  readonly lines: readonly number[];
};

export type GroupedRuns = {
  readonly runs: readonly FileRun[];
  /** Lines whose sum with earlier ones would be more than a count can hold. */
  readonly tooLarge: readonly DeliveryLine[];
};

type Growing = Omit<FileRun, 'entries' | 'lines'> & {
  readonly entries: Map<string, FileEntry>;
  readonly lines: number[];
};

/** By which entries of the file and stops that are here are compared. */
export function entryKey(placeKey: string, itemKey: string): string {
  return `${placeKey}\n${itemKey}`;
}

/** Gathers lines into runs, in the order in which the file begins them. */
export function groupRuns(lines: readonly DeliveryLine[]): GroupedRuns {
  const runs = new Map<string, Growing>();
  const tooLarge: DeliveryLine[] = [];
  for (const line of lines) {
    const key = `${line.on}\n${line.runKey}`;
    const run = runs.get(key) ?? begun(line);
    runs.set(key, run);
    const entry = entryKey(line.place.key, line.item.key);
    const count = line.count + (run.entries.get(entry)?.count ?? 0);
    if (count > MAX_COUNT) {
      tooLarge.push(line);
      continue;
    }
    const { place, item } = run.entries.get(entry) ?? line;
    run.entries.set(entry, { place, item, count: count as Count });
    run.lines.push(line.line);
  }
  return { runs: [...runs.values()], tooLarge };
}

function begun({ runKey, on, label }: DeliveryLine): Growing {
  return { runKey, on, label, entries: new Map(), lines: [] };
}
