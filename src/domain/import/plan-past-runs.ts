import type { RowId } from '../scalars.ts';
import type { BadLine } from './bad-line.ts';
import type { Cells } from './cells.ts';
import { type Comparison, compareRun, presentRuns } from './compare-run.ts';
import { contentLines } from './content-lines.ts';
import type { Mapping } from './fields.ts';
import { type FileRun, groupRuns } from './group-runs.ts';
import type { ImportStep } from './import-step.ts';
import { namedCounts } from './known-records.ts';
import { newThings } from './new-things.ts';
import {
  type Circumstances,
  type DifferingRun,
  EMPTY_PLAN,
  type ImportPlan,
  type PlannedRun,
  type Present,
} from './plan.ts';
import { presentThings } from './present-things.ts';
import { type DeliveryLine, type FileItem, type FilePlace, readDeliveryLine, recordAt } from './read-delivery-line.ts';
import { runSource, runSourceKey } from './run-source.ts';
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
  const read = readLines(cells, mapping, present, circumstances);
  const named = namedCounts(read.records, present.runs, things);
  const { runs, tooLarge } = groupRuns(read.lines);
  const here = presentRuns(present.runs, things);
  const compared = runs.map((run): Compared => {
    const sourceKey = runSourceKey(run.on, run.runKey, circumstances.sha256);
    return { run, sourceKey, comparison: compareRun(run, here.get(sourceKey), named.get(sourceKey)) };
  });
  const entries = compared.flatMap(({ comparison }) => ('entries' in comparison ? comparison.entries : []));
  const fresh = newThings(thingsOf(entries), thingsOf(read.lines), present, things);
  const badLines = [...read.badLines, ...tooLarge.map(({ line }) => tooLargeLine(cells, line))];
  return {
    ...EMPTY_PLAN,
    ...fresh,
    steps: [...fresh.steps, ...compared.flatMap(runSteps)],
    rowIds: things.idsByKey,
    badLines: badLines.toSorted((a, b) => a.line - b.line),
    lineCount: read.badLines.length + read.lines.length + read.knownCount,
    newLineCount: lineCount(compared, ['new', 'more']),
    presentLineCount: lineCount(compared, ['present']) + read.knownCount,
    runs: compared.flatMap(plannedRun),
    presentRunCount: compared.filter(({ comparison }) => comparison.type === 'present').length,
    differingRuns: compared.flatMap(differingRun),
    days: firstAndLast(read.lines),
  };
}

type ReadLines = {
  readonly lines: readonly DeliveryLine[];
  readonly badLines: readonly BadLine[];
  /** The records of this branch that lines name, and how many lines do. */
  readonly records: ReadonlySet<RowId>;
  readonly knownCount: number;
};

function readLines(
  cells: Cells,
  mapping: Mapping,
  { deliveryIds }: Present,
  { today, brokenLines }: Circumstances,
): ReadLines {
  const lines: DeliveryLine[] = [];
  const badLines: BadLine[] = [];
  const records = new Set<RowId>();
  let knownCount = 0;
  for (const { line, cells: row } of contentLines(cells, mapping)) {
    const read = readDeliveryLine(row, line, mapping, today);
    const record = recordAt(row, mapping);
    if (brokenLines.has(line)) badLines.push({ line, reasons: ['quotesBroken'], cells: row });
    else if (deliveryIds.has(record)) {
      records.add(record);
      knownCount += 1;
    } else if (read.ok) lines.push(read.value);
    else badLines.push({ line, reasons: read.reasons, cells: row });
  }
  return { lines, badLines, records, knownCount };
}

function tooLargeLine(cells: Cells, line: number): BadLine {
  return { line, reasons: ['amountTooLarge'], cells: cells[line - 1] ?? [] };
}

function thingsOf(named: readonly { readonly item: FileItem; readonly place: FilePlace }[]) {
  return { items: named.map(({ item }) => item), places: named.map(({ place }) => place) };
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
