import type { BadLine } from './bad-line.ts';
import type { Cells } from './cells.ts';
import { type Comparison, compareRun, presentRuns } from './compare-run.ts';
import { contentLines } from './content-lines.ts';
import type { Mapping } from './fields.ts';
import { type FileRun, groupRuns } from './group-runs.ts';
import type { ImportStep } from './import-step.ts';
import { nextCodes } from './next-code.ts';
import type { Circumstances, DifferingRun, ImportPlan, PlannedRun, Present } from './plan.ts';
import { openCodes, presentThings, type PresentThings } from './present-things.ts';
import { type DeliveryLine, type FileItem, type FilePlace, readDeliveryLine } from './read-delivery-line.ts';
import { runSource, runSourceKey } from './run-source.ts';
import type { ThingKey } from './same-thing.ts';
import { splitRun } from './split-run.ts';

type Compared = { readonly run: FileRun; readonly comparison: Comparison; readonly sourceKey: string };

/** Past deliveries: items and places that are not here yet, then each run that is not. */
export function planPastRuns(
  cells: Cells,
  mapping: Mapping,
  present: Present,
  circumstances: Circumstances,
): ImportPlan {
  const things = presentThings(present);
  const read = readLines(cells, mapping, circumstances);
  const { runs, tooLarge } = groupRuns(read.lines);
  const here = presentRuns(present.importedRuns, things);
  const compared = runs.map((run): Compared => {
    const sourceKey = runSourceKey(run.on, run.runKey, circumstances.sha256);
    return { run, sourceKey, comparison: compareRun(run, here.get(sourceKey)) };
  });
  const entries = compared.flatMap(({ comparison }) => ('entries' in comparison ? comparison.entries : []));
  const itemSteps = freshOf(
    entries.map(({ item }) => item),
    things,
  ).map(itemStep);
  const checkpointSteps = withCodes(
    freshOf(
      entries.map(({ place }) => place),
      things,
    ),
    present,
  );
  const badLines = [...read.badLines, ...tooLarge.map(({ line }) => tooLargeLine(cells, line))];
  return {
    steps: [...itemSteps, ...checkpointSteps, ...compared.flatMap(runSteps)],
    rowIds: things.idsByKey,
    badLines: badLines.toSorted((a, b) => a.line - b.line),
    lineCount: read.badLines.length + read.lines.length,
    newLineCount: lineCount(compared, ['new', 'more']),
    presentLineCount: lineCount(compared, ['present']),
    items: { fresh: itemSteps.map(({ fields }) => fields), presentCount: presentCount(read.lines, 'item', things) },
    checkpoints: {
      fresh: checkpointSteps.map(({ fields }) => fields),
      presentCount: presentCount(read.lines, 'place', things),
    },
    runs: compared.flatMap(plannedRun),
    presentRunCount: compared.filter(({ comparison }) => comparison.type === 'present').length,
    differingRuns: compared.flatMap(differingRun),
    days: firstAndLast(read.lines),
  };
}

function readLines(
  cells: Cells,
  mapping: Mapping,
  { today, brokenLines }: Circumstances,
): { readonly lines: readonly DeliveryLine[]; readonly badLines: readonly BadLine[] } {
  const lines: DeliveryLine[] = [];
  const badLines: BadLine[] = [];
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const read = readDeliveryLine(row, line, mapping, today);
    if (brokenLines.has(line)) badLines.push({ line, reasons: ['quotesBroken'], cells: row });
    else if (read.ok) lines.push(read.value);
    else badLines.push({ line, reasons: read.reasons, cells: row });
  }
  return { lines, badLines };
}

function tooLargeLine(cells: Cells, line: number): BadLine {
  return { line, reasons: ['amountTooLarge'], cells: cells[line - 1] ?? [] };
}

/** What is not here yet, once each, as the first line that names it has it. */
function freshOf<Thing extends FileItem | FilePlace>(
  named: readonly Thing[],
  { idsByKey }: PresentThings,
): readonly Thing[] {
  const fresh = new Map<ThingKey, Thing>();
  for (const thing of named) if (!idsByKey.has(thing.key) && !fresh.has(thing.key)) fresh.set(thing.key, thing);
  return [...fresh.values()];
}

function presentCount(lines: readonly DeliveryLine[], what: 'item' | 'place', { idsByKey }: PresentThings): number {
  return new Set(lines.map((line) => line[what].key).filter((key) => idsByKey.has(key))).size;
}

function itemStep({ key, name, unit }: FileItem): Extract<ImportStep, { type: 'item' }> {
  return { type: 'item', key, fields: { name, unit } };
}

function withCodes(
  places: readonly FilePlace[],
  present: Present,
): readonly Extract<ImportStep, { type: 'checkpoint' }>[] {
  const codes = nextCodes(openCodes(present), places.length)[Symbol.iterator]();
  return places.map(({ key, name, district, landmark, position }) => {
    const fields = { name, code: String(codes.next().value), landmark, district, phone: null, position };
    return { type: 'checkpoint', key, fields };
  });
}

function runSteps({ run, comparison, sourceKey }: Compared): readonly ImportStep[] {
  if (comparison.type !== 'new' && comparison.type !== 'more') return [];
  return splitRun(comparison.entries).map((stops, index) => ({
    type: 'run',
    source: runSource(sourceKey, comparison.firstPart + index),
    label: run.label,
    on: run.on,
    stops,
  }));
}

function plannedRun({ run, comparison }: Compared): readonly PlannedRun[] {
  if (comparison.type !== 'new' && comparison.type !== 'more') return [];
  const stopCount = new Set(comparison.entries.map(({ place }) => place.key)).size;
  return [{ on: run.on, label: run.label, stopCount, lines: run.lines, type: comparison.type }];
}

function differingRun({ run, comparison }: Compared): readonly DifferingRun[] {
  return comparison.type === 'differs' ? [{ on: run.on, label: run.label, lines: run.lines }] : [];
}

function lineCount(compared: readonly Compared[], types: readonly Comparison['type'][]): number {
  return compared
    .filter(({ comparison }) => types.includes(comparison.type))
    .reduce((sum, { run }) => sum + run.lines.length, 0);
}

function firstAndLast(lines: readonly DeliveryLine[]): ImportPlan['days'] {
  const days = lines.map(({ on }) => on).toSorted();
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
