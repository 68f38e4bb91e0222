import { MAX_STOPS } from '../scalars.ts';
import type { RowId } from '../scalars.ts';
import type { BadLine } from './bad-line.ts';
import { type Cells, sameText } from './cells.ts';
import { contentLines } from './content-lines.ts';
import type { Mapping } from './fields.ts';
import { knownWindow, presentWindows } from './file-windows.ts';
import { entryKey } from './group-runs.ts';
import type { ImportStep } from './import-step.ts';
import { newThings } from './new-things.ts';
import { type Circumstances, EMPTY_PLAN, type ImportPlan, type Present } from './plan.ts';
import { presentThings, type PresentThings } from './present-things.ts';
import { knownByName, readRunLine, type RunLine } from './run-line.ts';
import type { ThingKey } from './same-thing.ts';
import { splitRun } from './split-run.ts';

/** Runs to come: what is not here yet is planned. A run that is here with other amounts stays as it is, and is named. */
export function planRunsAhead(
  cells: Cells,
  mapping: Mapping,
  present: Present,
  circumstances: Circumstances,
): ImportPlan {
  const things = presentThings(present);
  const windowIds = presentWindows(present.windows);
  const read = readLines(cells, mapping, present, windowIds, circumstances);
  const here = runsHere(present, things);
  const runs = groupLines(read.lines).map((lines) => ({ lines, standing: standingOf(lines, windowIds, here) }));
  const of = (standing: Standing) => runs.filter((run) => run.standing === standing).map(({ lines }) => lines);
  const fresh = of('new');
  const added = newThings(thingsOf(fresh.flat()), thingsOf(read.lines), present, things);
  const tooLong = of('tooLong')
    .flat()
    .map(({ line }): BadLine => ({ line, reasons: ['tooManyStops'], cells: cells[line - 1] ?? [] }));
  return {
    ...EMPTY_PLAN,
    ...added,
    steps: [...added.steps, ...fresh.flatMap(runStep)],
    rowIds: new Map([...things.idsByKey, ...windowIds]),
    badLines: [...read.badLines, ...tooLong].toSorted((a, b) => a.line - b.line),
    lineCount: read.badLines.length + read.lines.length,
    newLineCount: fresh.flat().length,
    presentLineCount: of('present').flat().length,
    runs: fresh.flatMap((lines) =>
      runNamed(lines).map((run) => ({ ...run, stopCount: placeCount(lines), type: 'new' })),
    ),
    presentRunCount: of('present').length,
    differingRuns: of('differs').flatMap(runNamed),
    days: firstAndLast(read.lines),
  };
}

type Standing = 'new' | 'present' | 'differs' | 'tooLong';
type Amounts = ReadonlyMap<string, number>;
/** What is planned here: by what makes it the same run, and by its own id. Null for a run that was called off. */
type Here = { readonly byKey: ReadonlyMap<string, Amounts>; readonly byId: ReadonlyMap<RowId, Amounts | null> };

function readLines(
  cells: Cells,
  mapping: Mapping,
  present: Present,
  windowIds: ReadonlyMap<ThingKey, RowId>,
  { today, brokenLines }: Circumstances,
): { readonly lines: readonly RunLine[]; readonly badLines: readonly BadLine[] } {
  const known = knownByName(present);
  const lines: RunLine[] = [];
  const badLines: BadLine[] = [];
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const read = readRunLine(row, line, mapping, { today, known });
    const isUnknown = read.ok && read.value.window !== null && !windowIds.has(read.value.window.key);
    if (brokenLines.has(line)) badLines.push({ line, reasons: ['quotesBroken'], cells: row });
    else if (!read.ok) badLines.push({ line, reasons: read.reasons, cells: row });
    // A run is driven in a window of the branch: a file makes no new one for it.
    else if (isUnknown) badLines.push({ line, reasons: ['windowUnknown'], cells: row });
    else {
      const { window } = read.value;
      lines.push({ ...read.value, window: window === null ? null : knownWindow(window, windowIds) });
    }
  }
  return { lines, badLines };
}

/** Lines of one day, window and name are one run; without a name those of one driver are. A run that is named is itself. */
function groupLines(lines: readonly RunLine[]): readonly (readonly RunLine[])[] {
  const runs = new Map<string, RunLine[]>();
  for (const line of lines) {
    const name = line.label === '' ? `${line.driver ?? ''}~` : sameText(line.label);
    const key = line.record ?? `${line.on}\n${line.window?.key ?? ''}\n${name}`;
    runs.set(key, [...(runs.get(key) ?? []), line]);
  }
  return [...runs.values()];
}

/** The amounts of every run that is planned or was, by what makes it the same run. */
function runsHere({ runs }: Present, things: PresentThings): Here {
  const here = new Map<string, Amounts>();
  const byId = new Map<RowId, Amounts | null>();
  for (const { id, body } of runs) {
    byId.set(id, null);
    if (body.status === 'cancelled' || body.importedFrom !== null) continue;
    const amounts = new Map<string, number>();
    for (const { checkpoint, lines } of body.stops) {
      const place = things.keysById.get(checkpoint) ?? checkpoint;
      for (const { item, count } of lines) add(amounts, entryKey(place, things.keysById.get(item) ?? item), count);
    }
    here.set(runKey(body.on, body.window, body.label, body.driver), amounts);
    byId.set(id, amounts);
  }
  return { byKey: here, byId };
}

function standingOf(lines: readonly RunLine[], windowIds: ReadonlyMap<ThingKey, RowId>, here: Here): Standing {
  const [first] = lines;
  if (first === undefined) return 'present';
  const window = first.window === null ? null : (windowIds.get(first.window.key) ?? null);
  const known =
    first.record === null
      ? here.byKey.get(runKey(first.on, window, first.label, first.driver))
      : here.byId.get(first.record);
  // What was called off since is not planned anew by its own list.
  if (known === null) return 'present';
  if (known === undefined) return placeCount(lines) > MAX_STOPS ? 'tooLong' : 'new';
  const amounts = new Map<string, number>();
  for (const { place, item, count } of lines) add(amounts, entryKey(place.key, item.key), count);
  const isSame = amounts.size === known.size && [...amounts].every(([key, count]) => known.get(key) === count);
  return isSame ? 'present' : 'differs';
}

function runKey(on: string, window: RowId | null, label: string, driver: RowId | null): string {
  return `${on}\n${window ?? ''}\n${label === '' ? `${driver ?? ''}~` : sameText(label)}`;
}

function add(amounts: Map<string, number>, key: string, count: number): void {
  amounts.set(key, (amounts.get(key) ?? 0) + count);
}

function runStep(lines: readonly RunLine[]): readonly ImportStep[] {
  const [first] = lines;
  if (first === undefined) return [];
  const kitchen = lines.find((line) => line.kitchen !== null)?.kitchen ?? null;
  const driver = lines.find((line) => line.driver !== null)?.driver ?? null;
  const window = first.window?.key ?? null;
  const stops = splitRun(merged(lines)).flat();
  return [{ type: 'plannedRun', label: first.label, on: first.on, window, kitchen, driver, stops }];
}

/** Several lines about the same item for the same place are one sum. */
function merged(lines: readonly RunLine[]): readonly Pick<RunLine, 'place' | 'item' | 'count'>[] {
  const entries = new Map<string, Pick<RunLine, 'place' | 'item' | 'count'>>();
  for (const { place, item, count } of lines) {
    const key = entryKey(place.key, item.key);
    const sum = (entries.get(key)?.count ?? 0) + count;
    entries.set(key, { place, item, count: sum as RunLine['count'] });
  }
  return [...entries.values()];
}

function placeCount(lines: readonly RunLine[]): number {
  return new Set(lines.map(({ place }) => place.key)).size;
}

function thingsOf(lines: readonly RunLine[]) {
  return { items: lines.map(({ item }) => item), places: lines.map(({ place }) => place) };
}

function runNamed(lines: readonly RunLine[]) {
  const [first] = lines;
  return first === undefined ? [] : [{ on: first.on, label: first.label, lines: lines.map(({ line }) => line) }];
}

function firstAndLast(lines: readonly RunLine[]): ImportPlan['days'] {
  const days = lines.map(({ on }) => on).toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
