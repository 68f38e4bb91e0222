/**
 * Brings a file of past deliveries into a branch in memory, and compares every place x item x unit with sums that are made
 * by other means than the importer's: `node test/bench/import-file.ts deliveries.csv`. The file's headings are those of the
 * records that the README of the project names: date, mission, district, vdc, village, item, unit, amount.
 */
import { strictEqual } from 'node:assert';
import { readFile } from 'node:fs/promises';

import type { Cells } from '#domain/import/cells.ts';
import { decodeText } from '#screens/organiser/import/decode-text.ts';
import { parseLines } from '#screens/organiser/import/parse-lines.ts';
import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

const path = process.argv[2] ?? process.env['DASTARKHAN_IMPORT_FILE'];
if (path === undefined) throw new Error('Which file? node test/bench/import-file.ts deliveries.csv');

const cells = await readCells(path);
const branch = openMemoryBranch();
const startedAt = performance.now();
const plan = planInto(branch, cells);
const plannedMs = performance.now() - startedAt;
importInto(branch, cells);
const again = planInto(branch, cells);

strictEqual(again.steps.length, 0, 'the same file again would change something');
strictEqual(plan.newLineCount + plan.badLines.length, plan.lineCount, 'a line is neither counted nor named');
const bad = new Set(plan.badLines.map(({ line }) => line));
const [expected, actual] = [sumsOfFile(cells, bad), sumsOfBranch(branch)];
strictEqual(actual.size, expected.size, 'other sums than the file has');
for (const [key, sum] of expected) strictEqual(actual.get(key), sum, `another sum: ${key}`);

console.log(`${plan.lineCount} lines, planned in ${Math.round(plannedMs)} ms; ${plan.newLineCount} counted`);
for (const { line, reasons } of plan.badLines) console.log(`line ${line} stays out: ${reasons.join(', ')}`);
console.log(`${plan.runs.length} runs, ${plan.checkpoints.fresh.length} checkpoints, ${plan.items.fresh.length} items`);
console.log(`${branch.mutationCount()} mutations, ${branch.rows('delivery').length} deliveries`);
console.log(`${expected.size} sums of place x item x unit are equal; the same file again changes nothing`);

async function readCells(file: string): Promise<Cells> {
  const decoded = decodeText(new Uint8Array(await readFile(file)));
  if (!decoded.ok) throw new Error(`Cannot read ${file}: ${decoded.error.code}`);
  const parsed = await parseLines(decoded.value.text);
  if (!parsed.ok) throw new Error(`Cannot read ${file}: ${parsed.error.code}`);
  return parsed.value.cells;
}

function sumsOfFile([heading = [], ...rows]: Cells, badLines: ReadonlySet<number>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    if (badLines.has(index + 2) || row.every((cell) => cell === '')) continue;
    const cell = (name: string): string => row[heading.indexOf(name)] ?? '';
    const place = [cell('vdc').trim(), cell('village').trim()].filter((part) => part !== '').join(', ');
    add(sums, [cell('district'), place, cell('item'), cell('unit')], Math.round(Number(cell('amount')) * 1_000));
  }
  return sums;
}

function sumsOfBranch(rows: MemoryBranch): ReadonlyMap<string, number> {
  const places = new Map(rows.rows('checkpoint').map(({ id, body }) => [id, body] as const));
  const items = new Map(rows.rows('item').map(({ id, body }) => [id, body] as const));
  const sums = new Map<string, number>();
  for (const { body } of rows.rows('delivery')) {
    const place = places.get(body.checkpoint);
    const name = place?.name.endsWith('…') === true ? place.landmark : place?.name;
    for (const { item, count } of body.lines) {
      const { name: what = '', unit = '' } = items.get(item) ?? {};
      add(sums, [place?.district ?? '', name ?? '', what, unit], count);
    }
  }
  return sums;
}

function add(sums: Map<string, number>, parts: readonly string[], count: number): void {
  const key = parts
    .map((part) =>
      part
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== '')
        .join(' '),
    )
    .join(' | ');
  sums.set(key, (sums.get(key) ?? 0) + count);
}
