import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';

import type { Cells } from '#domain/import/cells.ts';
import { sameText } from '#domain/import/cells.ts';
import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

const HEADING = ['date', 'run', 'district', 'place', 'village', 'item', 'unit', 'amount'];

/** Few names, so that they meet; some cells that are empty or wrong. */
const row = fc
  .record({
    date: fc.constantFrom('2015-04-29', '2015-04-30', '2015-04-29', '30.04.2015', '30/4/15', '', '99.99.2015'),
    run: fc.constantFrom('Run 1', 'run 1', 'Run 2', '', 'nosheet'),
    district: fc.constantFrom('East', 'West', ''),
    place: fc.constantFrom('Bridge', 'School', 'Bridge', 'bridge ', 'School', ''),
    village: fc.constantFrom('', 'Upper', 'Lower'),
    item: fc.constantFrom('Tea', 'Soup', 'Bread', 'Tea', 'tea', 'Soup', ''),
    unit: fc.constantFrom('litre', 'cup', 'litre', 'litre', 'Litre', 'cup', ''),
    amount: fc.constantFrom('3', '7', '10', '20', '1', '2.5', '2,5', '1 000', '0', '0.001', '', 'many', '-1'),
  })
  .map((cells) => Object.values(cells));
const file = fc.array(row, { minLength: 1, maxLength: 60 }).map((rows): Cells => [HEADING, ...rows]);
const fileAndPermutation = file.chain((cells) =>
  fc
    .shuffledSubarray(cells.slice(1) as string[][], { minLength: cells.length - 1 })
    .map((rows) => ({ cells, permuted: [HEADING, ...rows] as Cells })),
);

const seen = { files: 0, runs: 0, badLines: 0, more: 0 };
afterAll(() => {
  expect(seen.files).toBeGreaterThan(50);
  expect(seen.runs).toBeGreaterThan(100);
  expect(seen.badLines).toBeGreaterThan(100);
  expect(seen.more).toBeGreaterThan(3);
});

test('a file brought in a second time, in any order of its lines, changes nothing', () => {
  fc.assert(
    fc.property(fileAndPermutation, ({ cells, permuted }) => {
      const branch = openMemoryBranch();
      const plan = importInto(branch, cells);
      seen.files += 1;
      seen.runs += plan.runs.length;
      seen.badLines += plan.badLines.length;
      expect(planInto(branch, permuted)).toMatchObject({
        steps: [],
        newLineCount: 0,
        differingRuns: [],
        presentLineCount: plan.newLineCount,
        badLines: { length: plan.badLines.length },
      });
    }),
  );
});

test('every line is counted, here already, differing or bad, and every amount counts once', () => {
  fc.assert(
    fc.property(file, file, (first, second) => {
      const branch = openMemoryBranch();
      for (const cells of [first, second]) {
        const plan = importInto(branch, cells);
        const differing = plan.differingRuns.reduce((sum, { lines }) => sum + lines.length, 0);
        expect(plan.newLineCount + plan.presentLineCount + differing + plan.badLines.length).toBe(plan.lineCount);
        expect(plan.lineCount).toBe(cells.length - 1);
        if (cells === first)
          expect(sumsOfBranch(branch)).toEqual(
            sumsOfFile(
              cells,
              plan.badLines.map(({ line }) => line),
            ),
          );
      }
    }),
  );
});

test('lines added to a file later are brought in without the earlier ones', () => {
  fc.assert(
    fc.property(file, fc.nat({ max: 99 }), (cells, share) => {
      const branch = openMemoryBranch();
      importInto(branch, cells.slice(0, 1 + Math.ceil((cells.length * share) / 100)));
      const plan = importInto(branch, cells);
      seen.more += plan.runs.filter(({ type }) => type === 'more').length;
      expect(plan.differingRuns).toEqual([]);
      expect(sumsOfBranch(branch)).toEqual(
        sumsOfFile(
          cells,
          plan.badLines.map(({ line }) => line),
        ),
      );
    }),
  );
});

/** Place, item and unit to thousandths, added up from the deliveries. */
function sumsOfBranch(branch: MemoryBranch): ReadonlyMap<string, number> {
  const places = new Map(
    branch.rows('checkpoint').map(({ id, body }) => [id, `${body.district}|${body.name}`] as const),
  );
  const items = new Map(branch.rows('item').map(({ id, body }) => [id, `${body.name}|${body.unit}`] as const));
  const sums = new Map<string, number>();
  for (const { body } of branch.rows('delivery')) {
    for (const { item, count } of body.lines) add(sums, `${places.get(body.checkpoint)}|${items.get(item)}`, count);
  }
  return sums;
}

/** The same, straight from the cells, by other means than the importer's. */
function sumsOfFile(cells: Cells, badLines: readonly number[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const [index, cellsOfLine] of cells.entries()) {
    if (index === 0 || badLines.includes(index + 1)) continue;
    const [, , district, place = '', village, item, unit, amount = ''] = cellsOfLine;
    const name = village === '' ? place.trim() : `${place.trim() || village}, ${village}`;
    const whole = place === '' ? village : name;
    add(
      sums,
      `${district}|${whole}|${item}|${unit}`,
      Math.round(Number(amount.replace(' ', '').replace(',', '.')) * 1_000),
    );
  }
  return sums;
}

function add(sums: Map<string, number>, key: string, count: number): void {
  sums.set(sameText(key), (sums.get(sameText(key)) ?? 0) + count);
}
