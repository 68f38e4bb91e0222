import type { Row } from '../rows.ts';
import type { Count } from '../scalars.ts';
import { entryKey, type FileEntry, type FileRun } from './group-runs.ts';
import type { PresentThings } from './present-things.ts';
import { parseRunSource } from './run-source.ts';

/** What is here of one run, over all its parts. */
export type PresentRun = { readonly counts: ReadonlyMap<string, number>; readonly lastPart: number };

/** How a run of the file stands to what is here. */
export type Comparison =
  | { readonly type: 'new' | 'more'; readonly entries: readonly FileEntry[]; readonly firstPart: number }
  | { readonly type: 'present' }
  | { readonly type: 'differs' };

/** Runs that came from files, by what their parts share. What was corrected since does not matter: a file is no correction. */
export function presentRuns(rows: readonly Row<'run'>[], things: PresentThings): ReadonlyMap<string, PresentRun> {
  const runs = new Map<string, { readonly counts: Map<string, number>; lastPart: number }>();
  for (const { body } of rows) {
    const source = body.importedFrom === null ? undefined : parseRunSource(body.importedFrom);
    if (source === undefined) continue;
    const run = runs.get(source.key) ?? { counts: new Map<string, number>(), lastPart: 0 };
    runs.set(source.key, run);
    run.lastPart = Math.max(run.lastPart, source.part);
    for (const { checkpoint, lines } of body.stops) {
      for (const { item, count } of lines) {
        const key = entryKey(things.keysById.get(checkpoint) ?? checkpoint, things.keysById.get(item) ?? item);
        run.counts.set(key, (run.counts.get(key) ?? 0) + count);
      }
    }
  }
  return runs;
}

/**
 * What the file has beyond what is here is brought in as a further part. Where it has less of anything, an amount or a
 * place was changed in the file, and bringing in the rest could count it twice: then nothing is.
 * @param named what the file says of the run besides, by naming records
 */
export function compareRun(
  run: FileRun,
  here: PresentRun | undefined,
  named: ReadonlyMap<string, number> = new Map(),
): Comparison {
  const entries = [...run.entries];
  if (here === undefined) return { type: 'new', entries: entries.map(([, entry]) => entry), firstPart: 1 };
  const said = (key: string): number => (run.entries.get(key)?.count ?? 0) + (named.get(key) ?? 0);
  if ([...here.counts].some(([key, count]) => count > said(key))) return { type: 'differs' };
  const more = entries
    .filter(([key]) => said(key) > (here.counts.get(key) ?? -1))
    .map(([key, entry]) => ({ ...entry, count: (said(key) - (here.counts.get(key) ?? 0)) as Count }));
  return more.length === 0 ? { type: 'present' } : { type: 'more', entries: more, firstPart: here.lastPart + 1 };
}
