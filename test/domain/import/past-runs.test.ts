import { describe, expect, test } from 'vitest';

import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

const HEADING = ['date', 'mission', 'district', 'place', 'village', 'item', 'unit', 'amount'];
const FILE = [
  HEADING,
  ['2015-04-29', 'Mission 1', 'Bhaktapur', 'Nankhel', 'Maligaun', 'Noodles', 'box', '5'],
  ['2015-04-29', 'Mission 1', 'Bhaktapur', 'Nankhel', 'Maligaun', 'Tarp', 'unit', '8'],
  ['2015-04-29', 'mission  1', 'Bhaktapur', 'Sipadol', '', 'noodles ', 'Box', '2.5'],
  ['2015-04-29', 'Mission 1', 'Bhaktapur', 'Nankhel', 'Maligaun', 'Noodles', 'box', '3'],
  [],
  ['2015-04-30', 'Mission 1', 'Bhaktapur', 'Nankhel', '', 'Noodles', 'pack', '40'],
  ['2015-04-30', '', 'Gorkha', 'Takukot', '', 'Rice', 'sack', '2'],
  ['2015-04-30', 'nosheet', 'Gorkha', 'Takukot', '', 'Oil', 'litre', '4'],
  ['2015-04-30', '', 'Gorkha', 'Thumi', '', 'Rice', 'sack', '1'],
  ['2015-04-30', 'Mission 2', 'Gorkha', 'Thumi', '', 'Metronidazole', '', '400'],
];

function imported(): MemoryBranch {
  const branch = openMemoryBranch();
  importInto(branch, FILE);
  return branch;
}

describe('past deliveries become runs', () => {
  test('one for each name and day; without a name, one for each day and place', () => {
    const runs = imported()
      .rows('run')
      .map(({ body }) => [body.on, body.label, body.stops.length, body.status]);
    expect(runs).toEqual([
      ['2015-04-29', 'Mission 1', 2, 'completed'],
      ['2015-04-30', 'Mission 1', 1, 'completed'],
      ['2015-04-30', 'Takukot', 1, 'completed'],
      ['2015-04-30', 'Thumi', 1, 'completed'],
    ]);
  });

  test('the same item in two units is two items; capitals and spaces make no other item', () => {
    const items = imported()
      .rows('item')
      .map(({ body }) => [body.name, body.unit]);
    expect(items).toEqual([
      ['Noodles', 'box'],
      ['Tarp', 'unit'],
      ['Noodles', 'pack'],
      ['Rice', 'sack'],
      ['Oil', 'litre'],
    ]);
  });

  test('a village makes a place of its own, and each place has a code', () => {
    const places = imported()
      .rows('checkpoint')
      .map(({ body }) => [body.code, body.name, body.district]);
    expect(places).toEqual([
      ['1', 'Nankhel, Maligaun', 'Bhaktapur'],
      ['2', 'Sipadol', 'Bhaktapur'],
      ['3', 'Nankhel', 'Bhaktapur'],
      ['4', 'Takukot', 'Gorkha'],
      ['5', 'Thumi', 'Gorkha'],
    ]);
  });

  test('lines about the same item at the same place are one sum', () => {
    const [run] = imported().rows('run');
    expect(run?.body.stops.map(({ lines }) => lines.map(({ count }) => count))).toEqual([[8_000, 8_000], [2_500]]);
  });

  test('every line is counted or named with its number and reason', () => {
    const plan = planInto(openMemoryBranch(), FILE);
    expect(plan).toMatchObject({ lineCount: 9, newLineCount: 8, presentLineCount: 0 });
    expect(plan.badLines.map(({ line, reasons }) => ({ line, reasons }))).toEqual([
      { line: 11, reasons: ['unitMissing'] },
    ]);
  });

  test('everything that is wrong with a line is said at once', () => {
    const cells = [HEADING, ['31.02.2015', 'a', 'b', '', '', '', 'box', 'some']];
    expect(planInto(openMemoryBranch(), cells).badLines[0]?.reasons).toEqual([
      'dayUnclear',
      'placeMissing',
      'itemMissing',
      'amountUnclear',
    ]);
  });
});

describe('the same file again', () => {
  test('changes nothing', () => {
    const branch = imported();
    const before = branch.mutationCount();
    expect(importInto(branch, FILE)).toMatchObject({
      steps: [],
      newLineCount: 0,
      presentLineCount: 8,
      presentRunCount: 4,
    });
    expect(branch.mutationCount()).toBe(before);
  });

  test('goes on where it stopped', () => {
    const whole = imported();
    for (let stopAfter = 1; stopAfter < whole.mutationCount(); stopAfter += 1) {
      const branch = openMemoryBranch();
      importInto(branch, FILE, { stopAfter });
      importInto(branch, FILE);
      expect(branch.mutationCount()).toBe(whole.mutationCount());
      expect(branch.rows('run')).toEqual(whole.rows('run'));
    }
  });

  test('with a bad line corrected brings in that line alone', () => {
    const branch = imported();
    const corrected = FILE.with(10, [
      '2015-04-29',
      'Mission 1',
      'Bhaktapur',
      'Sipadol',
      '',
      'Metronidazole',
      'tabs',
      '400',
    ]);
    const plan = importInto(branch, corrected);
    expect(plan.runs.map(({ type }) => type)).toEqual(['more']);
    expect(
      branch
        .rows('run')
        .at(-1)
        ?.body.stops.map(({ lines }) => lines.map(({ count }) => count)),
    ).toEqual([[400_000]]);
    expect(planInto(branch, corrected).steps).toEqual([]);
  });

  test('with another amount or place is left to a person', () => {
    const branch = imported();
    const changed = FILE.with(2, ['2015-04-29', 'Mission 1', 'Bhaktapur', 'Sipadol', '', 'Tarp', 'unit', '8']);
    const plan = planInto(branch, changed);
    expect(plan.differingRuns).toEqual([{ on: '2015-04-29', label: 'Mission 1', lines: [2, 3, 4, 5] }]);
    expect(plan).toMatchObject({ steps: [], newLineCount: 0, presentLineCount: 4, lineCount: 9 });
  });

  test('from another phone at the same time is refused by its claim', () => {
    const branch = openMemoryBranch();
    const [first] = planInto(branch, FILE).steps.filter(({ type }) => type === 'run');
    importInto(branch, FILE);
    const again = { ...first, stops: [{ checkpoint: branch.rows('checkpoint')[0]?.id, lines: [] }], window: null };
    const { type: _, ...args } = again as unknown as Record<string, unknown>;
    expect(branch.mutate({ name: 'runImport', args } as unknown as Parameters<MemoryBranch['mutate']>[0])).toEqual({
      ok: false,
      error: { code: 'alreadyImported' },
    });
  });

  test('counts what was corrected since as it was corrected', () => {
    const branch = imported();
    const [delivery] = branch.rows('delivery');
    if (delivery === undefined) throw new Error('nothing was imported');
    branch.mutate({ name: 'deliveryCorrect', args: { delivery: delivery.id, lines: [], reason: null, note: '' } });
    expect(planInto(branch, FILE).steps).toEqual([]);
  });
});

describe('bounds', () => {
  test('more stops and lines than one run may have are more parts of it', () => {
    const cells = [HEADING];
    for (let place = 0; place < 70; place += 1) {
      const count = place === 0 ? 90 : 2;
      for (let item = 0; item < count; item += 1)
        cells.push(['1.5.2020', 'Big', 'D', `Place ${place}`, '', `Item ${item}`, 'box', '1']);
    }
    const branch = openMemoryBranch();
    importInto(branch, cells);
    const stops = branch.rows('run').map(({ body }) => body.stops);
    expect(stops.map((list) => list.length)).toEqual([60, 12]);
    expect(stops.flat().flatMap(({ lines }) => lines)).toHaveLength(90 + 69 * 2);
    expect(planInto(branch, cells).steps).toEqual([]);
  });

  test('a name that is too long is cut, and stands whole in the landmark', () => {
    const village = 'ward 8 - distribution details see the long document that somebody made about it '.repeat(2);
    const cells = [HEADING, ['1.5.2020', 'a', 'D', 'Rampur', village, 'Rice', 'sack', '1']];
    const branch = openMemoryBranch();
    importInto(branch, cells);
    const [place] = branch.rows('checkpoint');
    expect(place?.body.name).toMatch(/^Rampur, ward 8.*…$/);
    expect(place?.body.landmark).toBe(`Rampur, ${village.trim()}`);
    expect(planInto(branch, cells).steps).toEqual([]);
  });

  test('a sum that no count can hold is a bad line', () => {
    const row = ['1.5.2020', 'a', 'D', 'P', '', 'Rice', 'grain', '600000'];
    const plan = planInto(openMemoryBranch(), [HEADING, row, row]);
    expect(plan.badLines.map(({ line, reasons }) => [line, reasons])).toEqual([[3, ['amountTooLarge']]]);
    expect(plan).toMatchObject({ lineCount: 2, newLineCount: 1 });
  });
});
