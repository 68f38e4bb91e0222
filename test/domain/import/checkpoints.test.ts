import { describe, expect, test } from 'vitest';

import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

const HEADING = ['Код', 'Название', 'Район', 'Ориентир', 'Телефон', 'Широта', 'Долгота'];
const FILE = [
  HEADING,
  ['', 'Автовокзал', 'Сарыарка', 'у южного входа', '+7 701 000 00 00', '51,1', '71,4'],
  ['№ 007', 'Пост 7', 'Сарыарка', '', '', '', ''],
  ['', 'Автовокзал', 'Есиль', '', '', '', ''],
];

function withPlace(name: string, code: string): MemoryBranch {
  const branch = openMemoryBranch();
  branch.mutate({
    name: 'checkpointCreate',
    args: { fields: { name, code, otherNames: null, landmark: '', district: 'Есиль', phone: null, position: null } },
  });
  return branch;
}

describe('a list of checkpoints', () => {
  test('opens each with its code, or with the next one that is free', () => {
    const branch = openMemoryBranch();
    importInto(branch, FILE);
    expect(branch.rows('checkpoint').map(({ body }) => [body.code, body.name, body.district])).toEqual([
      ['8', 'Автовокзал', 'Сарыарка'],
      ['7', 'Пост 7', 'Сарыарка'],
      ['9', 'Автовокзал', 'Есиль'],
    ]);
    expect(branch.rows('checkpoint')[0]?.body).toMatchObject({
      otherNames: null,
      landmark: 'у южного входа',
      phone: '+7 701 000 00 00',
      position: { lat: 51_100_000, lon: 71_400_000 },
    });
  });

  test('may name places in other languages, each in a column of its own, or in none', () => {
    const branch = openMemoryBranch();
    importInto(branch, [
      ['Название', 'Название на казахском', 'Название на английском'],
      ['Автовокзал', 'Автобекет', ''],
      ['Мост', '', 'Мост'],
    ]);
    expect(branch.rows('checkpoint').map(({ body }) => body.otherNames)).toEqual([
      { kk: 'Автобекет', ru: null, en: null },
      null,
    ]);
    const { badLines } = planInto(openMemoryBranch(), [
      ['Name', 'Name (kk)'],
      ['Bridge', 'К'.repeat(81)],
    ]);
    expect(badLines).toMatchObject([{ reasons: ['nameTooLong'] }]);
  });

  test('imported again changes nothing', () => {
    const branch = openMemoryBranch();
    importInto(branch, FILE);
    expect(planInto(branch, FILE)).toMatchObject({ steps: [], presentLineCount: 3, badLines: [] });
  });

  test('leaves a place of the same name and district as it is, whatever its code', () => {
    const plan = planInto(withPlace('автовокзал ', '31'), FILE);
    expect(plan).toMatchObject({ newLineCount: 2, presentLineCount: 1, checkpoints: { presentCount: 1 } });
    expect(plan.checkpoints.fresh.map(({ code }) => code)).toEqual(['32', '7']);
  });

  test('names a code that another place has, here or in the file, and a place that is there twice', () => {
    const cells = [HEADING, ['7', 'A'], ['7', 'B'], ['9', 'A'], ['12', 'C']];
    const { badLines } = planInto(withPlace('Other', '12'), cells);
    expect(badLines.map(({ line, reasons }) => [line, reasons])).toEqual([
      [3, ['codeTwice']],
      [4, ['placeTwice']],
      [5, ['codeTaken']],
    ]);
  });

  test('may use the code of a closed place', () => {
    const branch = withPlace('Other', '7');
    const [other] = branch.rows('checkpoint');
    if (other === undefined) throw new Error('no checkpoint was made');
    branch.mutate({ name: 'checkpointClose', args: { id: other.id } });
    expect(planInto(branch, FILE).badLines).toEqual([]);
  });

  test('names everything else that is wrong', () => {
    const cells = [HEADING, ['x1', '', 'D'.repeat(81), 'L'.repeat(281), 'call Anna', '95', '1'], ['1', 'N'.repeat(81)]];
    const { badLines } = planInto(openMemoryBranch(), cells);
    expect(badLines.map(({ reasons }) => reasons)).toEqual([
      ['placeMissing', 'districtTooLong', 'landmarkTooLong', 'phoneWrong', 'codeWrong', 'positionUnclear'],
      ['nameTooLong'],
    ]);
  });
});
